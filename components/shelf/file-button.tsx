import { useRef } from 'preact/hooks';

type Props = { label: string; primary?: boolean; onFiles: (files: readonly File[]) => void };

/** What the command line reads, and what the shelf exports. */
const accepted =
  '.html,.htm,.shtml,.xhtml,.mhtml,.mht,.txt,.md,.pdf,.docx,.doc,.xlsx,.xls,.ofd,.wps,.et,.json';

/** A button that has the browser ask for files. */
export const FileButton = ({ label, primary = false, onFiles }: Props) => {
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={file}
        type="file"
        multiple
        hidden
        accept={accepted}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again.
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <button
        type="button"
        class={primary ? 'button primary' : 'button'}
        onClick={() => file.current?.click()}
      >
        {label}
      </button>
    </>
  );
};
