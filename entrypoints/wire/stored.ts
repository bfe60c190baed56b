import { storage } from 'wxt/utils/storage';
import * as z from 'zod';
import { type PanelSettings, panelHomes, panelReaders, totalsShown } from '../../components/settings.ts';
import { type DismissalReason, type Dismissals, dismissalReasons } from '../../parser/findings/judgement.ts';
import { languages } from '../../parser/messages/words.ts';

/** What outlives the browser: settings and dismissals. Read and written by the background and by the options page only. */

export const settingsSchema = z.object({
  language: z.enum(['auto', ...languages]),
  /** `always`: a report is read as soon as it is seen. `click`: only when the person asks. */
  start: z.enum(['always', 'click']),
  /** Pages without a report whose tables state totals. `quiet`: shown only where a total is wrong. */
  totals: z.enum(totalsShown),
  /** Hosts to leave alone, each with all hosts below it. */
  spared: z.array(z.string().max(253)).max(500),
  home: z.enum(panelHomes),
  side: z.enum(['left', 'right']),
  /** Of the panel, in CSS pixels. */
  width: z.int().min(300).max(900),
  /** Of the sheet on a narrow screen, in hundredths of the window. */
  height: z.int().min(30).max(95),
  reader: z.enum(panelReaders),
  /** Rules whose violations are listed, but raise no warning. */
  quiet: z.array(z.string().max(100)).max(100),
}) satisfies z.ZodType<PanelSettings>;

export type Settings = z.infer<typeof settingsSchema>;

const initialSettings: Settings = {
  language: 'auto',
  start: 'always',
  totals: 'always',
  spared: [],
  home: 'side',
  side: 'right',
  width: 400,
  height: 82,
  reader: 'reading',
  quiet: [],
};

/** By the key of the finding (`parser/findings/key.ts`). `at` is an ISO 8601 time. */
export const dismissalsSchema = z.record(
  z.string(),
  z.object({ reason: z.enum(dismissalReasons), at: z.iso.datetime() }),
);

const settingsItem = storage.defineItem<unknown>('local:settings', { fallback: null, version: 1 });
const dismissalsItem = storage.defineItem<unknown>('local:dismissals', { fallback: null, version: 1 });

/** What the person has chosen. A value that does not fit is left out. */
const chosenSettings = async (): Promise<Partial<Settings>> => {
  const raw = await settingsItem.getValue();
  const kept = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
    const value = schema.safeParse((raw as Record<string, unknown> | null)?.[name]);
    return value.success ? [[name, value.data]] : [];
  });
  return Object.fromEntries(kept);
};

/** The settings in force: what was never chosen is as it comes, and may come otherwise with another version. */
export const readSettings = async (): Promise<Settings> => ({
  ...initialSettings,
  ...(await chosenSettings()),
});

// One change after the other: each reads what the one before has written.
let last: Promise<unknown> = Promise.resolve();
const inTurn = <Result>(change: () => Promise<Result>): Promise<Result> => {
  const next = last.then(change, change);
  last = next.catch(() => {});
  return next;
};

/** Changes some of the settings. What is undefined stays as it is. */
export const changeSettings = (
  some: {
    [Name in keyof Settings]?: Settings[Name] | undefined;
  },
): Promise<void> =>
  inTurn(async () => {
    const stated = Object.entries(some).filter(([, value]) => value !== undefined);
    await settingsItem.setValue({ ...(await chosenSettings()), ...Object.fromEntries(stated) });
  });

export const readDismissals = async (): Promise<Dismissals> =>
  dismissalsSchema.safeParse(await dismissalsItem.getValue()).data ?? {};

/** Calls back with the dismissals when any page of ours has changed them. Returns how to stop that. */
export const onDismissals = (heard: (dismissals: Dismissals) => void): (() => void) =>
  dismissalsItem.watch(() => void readDismissals().then(heard));

export const dismiss = (key: string, reason: DismissalReason): Promise<void> =>
  inTurn(async () => {
    const at = new Date().toISOString();
    await dismissalsItem.setValue({ ...(await readDismissals()), [key]: { reason, at } });
  });

export const recall = (key: string): Promise<void> =>
  inTurn(async () => {
    const { [key]: _, ...others } = await readDismissals();
    await dismissalsItem.setValue(others);
  });

/** Is the host one that the person wants left alone? `gov.cn` stands for `www.gov.cn` too. */
export const isSpared = (host: string, { spared }: Settings): boolean =>
  spared.some((one) => host === one || host.endsWith(`.${one}`));
