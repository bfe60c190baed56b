import type { Told } from '../../parser/findings/finding.ts';
import type { Reading } from './protocol.ts';

/** The reports of a reading, each with all that is said of it. */
export const toldIn = ({ extractions, findings, around, tables }: Reading): Told[] =>
  extractions.map((extraction, report) => ({
    extraction,
    statements: findings?.[report] ?? [],
    history: around?.[report]?.history ?? [],
    ...(tables === undefined ? {} : { tables }),
  }));
