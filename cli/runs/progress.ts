import { SingleBar } from 'cli-progress';
import type { Language } from '../../parser/messages/words.ts';
import { printable } from '../terminal.ts';
import type { Progress } from './silent.ts';

const words: Record<Language, { rate: (perSecond: string) => string; left: (time: string) => string }> = {
  'zh-CN': { rate: (perSecond) => `每秒 ${perSecond} 份`, left: (time) => `还需 ${time}` },
  en: { rate: (perSecond) => `${perSecond} a second`, left: (time) => `${time} left` },
};

const two = (number: number): string => String(number).padStart(2, '0');

/** Minutes and seconds; hours where there are any. */
const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
};

/** Longer ago tells little about the rate now. */
const rateOver = 20_000;

export const progressBar = (language: Language): Progress => {
  const { rate, left } = words[language];
  let done = 0;
  let total: number | null = null;
  let moments: { at: number; done: number }[] = [{ at: Date.now(), done: 0 }];
  const figures = (): string => {
    const now = Date.now();
    moments = [
      ...moments.filter(({ at }, nth) => now - at < rateOver || nth === moments.length - 1),
      { at: now, done },
    ];
    const first = moments[0];
    const seconds = first ? (now - first.at) / 1000 : 0;
    const perSecond = first && seconds > 0 ? (done - first.done) / seconds : 0;
    const parts = [
      total === null
        ? done.toLocaleString('en-US')
        : `${done.toLocaleString('en-US')} / ${total.toLocaleString('en-US')}`,
      rate(perSecond < 10 ? perSecond.toFixed(1) : perSecond.toFixed(0)),
    ];
    if (total !== null && perSecond > 0) parts.push(left(clock((total - done) / perSecond)));
    return parts.join('  ');
  };
  const bar = new SingleBar({
    format: (options, { progress }) => {
      if (total === null) return figures();
      const size = 24;
      const full = Math.round(Math.min(1, progress) * size);
      return `${(options.barCompleteString ?? '').slice(0, full)}${(options.barIncompleteString ?? '').slice(0, size - full)}  ${figures()}`;
    },
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    hideCursor: true,
    linewrap: null,
    forceRedraw: true,
    fps: 5,
    gracefulExit: true,
  });
  bar.start(1, 0);
  return {
    say: (line) => {
      // The sentence takes the place of the bar, which comes again below at its next turn.
      process.stderr.write(`\r\u001B[K${printable(line)}\n`);
    },
    done: () => {
      done += 1;
      bar.update(total === null ? 0 : done);
    },
    expect: (expected) => {
      total = expected;
      bar.setTotal(expected);
    },
    end: () => bar.stop(),
  };
};
