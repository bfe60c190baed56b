import { SingleBar } from 'cli-progress';
import type { Language } from '../../parser/messages/words.ts';
import { printable } from '../terminal.ts';
import { paceFrom } from './pace.ts';
import type { Progress } from './silent.ts';

export const progressBar = (language: Language): Progress => {
  const { done, expect, line } = paceFrom(Date.now(), language);
  const bar = new SingleBar({
    format: () => line(Date.now()),
    clearOnComplete: true,
    hideCursor: true,
    forceRedraw: true,
    fps: 5,
    gracefulExit: true,
  });
  bar.start(1, 0);
  return {
    say: (sentence) => {
      // The sentence takes the place of the bar, which comes again below at its next turn.
      process.stderr.write(`\r\u001B[K${printable(sentence)}\n`);
    },
    done: () => {
      done();
      // Its own timer may wait long while pages are read: then it is drawn here.
      bar.update(0);
    },
    expect,
    end: () => bar.stop(),
  };
};
