/** The two ways in which text leaves the panel: as a file, and by the clipboard. Neither needs a permission. */

/** Saves text as a file, by a link that is never put into the page. */
export const saveText = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser must have taken up the address before it is withdrawn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

/** Copies text, without the byte order mark that only a file needs. Answers whether it was taken. */
export const copyText = async (text: string): Promise<boolean> => {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    await navigator.clipboard.writeText(plain);
    return true;
  } catch {
    // Many of these sites are served without encryption, where that interface does not exist.
    return copyByCommand(plain);
  }
};

const copyByCommand = (text: string): boolean => {
  let taken = false;
  const give = (event: ClipboardEvent): void => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    taken = true;
  };
  addEventListener('copy', give, { capture: true, once: true });
  const done = document.execCommand('copy');
  removeEventListener('copy', give, { capture: true });
  return done && taken;
};
