import { render } from 'preact';
import { ReportPage } from './page.tsx';
import './page.css';
import { readStored } from './stored.ts';
import type { PageLanguage } from './words.ts';
import { pageWordsIn } from './words-in.ts';

/** Opens the page: unpacks what is in it, then shows it. */

const languageOf = (tags: readonly string[]): PageLanguage =>
  tags
    .find((tag) => /^(zh|en)\b/i.test(tag))
    ?.toLowerCase()
    .startsWith('zh') === false
    ? 'en'
    : 'zh';

const open = async (root: HTMLElement, printed: HTMLElement): Promise<void> => {
  const language = languageOf(navigator.languages);
  const words = pageWordsIn(language);
  const say = (text: string): void => {
    const line = document.createElement('p');
    line.className = 'wait';
    line.textContent = text;
    root.replaceChildren(line);
  };
  if (typeof DecompressionStream === 'undefined') return say(words.tooOld);
  try {
    const stored = await readStored((reports) => say(words.opening(reports)));
    root.replaceChildren();
    render(<ReportPage stored={stored} first={language} printed={printed} />, root);
  } catch (error) {
    say(`${words.broken} (${String(error)})`);
  }
};

const [root, printed] = [document.getElementById('report'), document.getElementById('printed')];
if (root && printed) void open(root, printed);
