/** Words for what goes wrong on our side. */
export type TroubleWords = {
  title: Record<'error' | 'full' | 'updated', string>;
  hint: Record<'error' | 'full' | 'updated', string>;
  copy: string;
  copied: string;
  copyFailed: string;
  reread: string;
  close: string;
};
