import type { OwnBody } from './bodies.ts';
import { silence } from './slots.ts';
import { bodyEnding, narrows, risky } from './word-classes.ts';

/** Words that name nothing, but say how what stands beside them is to be taken. */
type Manner =
  | 'field'
  | 'link'
  | 'within'
  | 'matters'
  | 'including'
  | 'compare'
  | 'rest'
  | 'each'
  | 'some'
  | 'and';

/** A phrase of which not all tokens are read: what is said so far, and what is still open. */
export class PhraseInProgress {
  readonly phrase = silence();
  /** Unknown words that no filler has yet parted from what comes next. */
  pending = false;
  /** What is counted has been named. */
  headed = false;

  /** What is counted is named. */
  head(): void {
    if (this.pending) this.phrase.doubtful = true;
    this.pending = false;
    this.headed = true;
    this.phrase.empty = false;
  }

  /** A cell is named: after 分别为 it has its own number, and is no longer one of several. */
  named(): void {
    if (this.phrase.each) {
      this.phrase.each = false;
      this.phrase.within = true;
    }
    this.head();
  }

  /** Unknown words before do not belong to what comes next. */
  part(): void {
    this.pending = false;
  }

  otherTime(): void {
    this.phrase.period = 'other';
    this.phrase.empty = false;
  }

  /** A word that is not understood. */
  unknown(text: string, body: OwnBody): void {
    const phrase = this.phrase;
    phrase.empty = false;
    if (!this.headed && !this.pending && body.isShort(text)) {
      phrase.body = 'whole';
      return;
    }
    phrase.unknown = true;
    if (phrase.compare) return;
    if (narrows.test(text)) phrase.narrowed = true;
    // 申请人李某, 某企业
    if (text.includes('某')) phrase.narrowed = phrase.doubtful = true;
    if (this.headed || risky.test(text)) phrase.doubtful = true;
    else this.pending = true;
    if (!this.headed && bodyEnding.test(text)) {
      phrase.body = 'unsure';
      phrase.near = body.isNear(text);
    }
  }

  /** A word that says how what stands beside it is to be taken. */
  manner(is: Manner): void {
    const phrase = this.phrase;
    switch (is) {
      case 'field':
        this.part();
        phrase.topic = 'requests';
        phrase.field = true;
        phrase.link = true;
        phrase.empty = false;
        break;
      case 'link':
        phrase.link = true;
        if (!this.headed && this.pending) phrase.doubtful = true;
        break;
      case 'within':
      case 'matters':
      case 'including':
        phrase[is] = true;
        this.part();
        break;
      case 'compare':
        phrase.compare = true;
        phrase.empty = false;
        break;
      case 'rest':
      case 'each':
        phrase[is] = true;
        break;
      case 'some':
        phrase.narrowed = true;
        phrase.doubtful = true;
        phrase.unknown = true;
        phrase.empty = false;
        break;
      case 'and':
        break;
    }
  }
}
