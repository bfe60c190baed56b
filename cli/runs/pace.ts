import type { Language } from '../../parser/messages/words.ts';

/** How far a run has come, how fast it goes and how long it will take, as one line with a bar. */
export type Pace = {
  done: () => void;
  /** Told how many there are in all, as soon as that is known. */
  expect: (total: number) => void;
  line: (now: number) => string;
};

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

const grouped = (count: number): string => count.toLocaleString('en-US');

/** Longer ago tells little about the rate now. */
const rateOver = 20_000;

const barSize = 24;

const barOf = (share: number): string => {
  const full = Math.round(Math.min(1, share) * barSize);
  return '█'.repeat(full) + '░'.repeat(barSize - full);
};

/** @param start when the run began, in milliseconds. */
export const paceFrom = (start: number, language: Language): Pace => {
  const { rate, left } = words[language];
  let done = 0;
  let total: number | null = null;
  /** The moment since which the rate is reckoned, and those after it. */
  let since = { at: start, done };
  const later: (typeof since)[] = [];
  const perSecondAt = (now: number): number => {
    later.push({ at: now, done });
    while (later.length > 1 && now - since.at >= rateOver) since = later.shift() ?? since;
    const seconds = (now - since.at) / 1000;
    return seconds > 0 ? (done - since.done) / seconds : 0;
  };
  return {
    done: () => {
      done += 1;
    },
    expect: (expected) => {
      total = expected;
    },
    line: (now) => {
      const perSecond = perSecondAt(now);
      const speed = rate(perSecond.toFixed(perSecond < 10 ? 1 : 0));
      if (total === null) return `${grouped(done)}  ${speed}`;
      const shown = [barOf(done / total), `${grouped(done)} / ${grouped(total)}`, speed];
      if (perSecond > 0) shown.push(left(clock((total - done) / perSecond)));
      return shown.join('  ');
    },
  };
};
