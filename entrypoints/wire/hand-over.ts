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

/** Copies a table in two forms, of which the other program takes the one it can read. Answers whether it was taken. */
export const copyTable = async ({ html, text }: { html: string; text: string }): Promise<boolean> => {
  const forms = { 'text/html': html, 'text/plain': text };
  try {
    await navigator.clipboard.write([
      new ClipboardItem(
        Object.fromEntries(Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })])),
      ),
    ]);
    return true;
  } catch {
    return copyByCommand(forms);
  }
};

/** Copies text, without the byte order mark that only a file needs. Answers whether it was taken. */
export const copyText = async (text: string): Promise<boolean> => {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    await navigator.clipboard.writeText(plain);
    return true;
  } catch {
    // Many of these sites are served without encryption, where that interface does not exist.
    return copyByCommand({ 'text/plain': plain });
  }
};

const copyByCommand = (forms: Readonly<Record<string, string>>): boolean => {
  let taken = false;
  const give = (event: ClipboardEvent): void => {
    event.stopImmediatePropagation();
    event.preventDefault();
    for (const [type, form] of Object.entries(forms)) event.clipboardData?.setData(type, form);
    taken = true;
  };
  addEventListener('copy', give, { capture: true, once: true });
  const done = document.execCommand('copy');
  removeEventListener('copy', give, { capture: true });
  return done && taken;
};
