import type { Claim } from '../extraction.ts';
import { claimOf } from './claim.ts';
import type { Prose, Segment } from './clauses.ts';
import type { Context, Memory, SentenceMemory } from './memory.ts';
import { type Phrase, phraseOf } from './phrase.ts';
import { isHeaded, subjectOf } from './spoken.ts';

/** 未收到政府信息公开申请, 未发生行政复议、行政诉讼: a zero, said in words. Only what is understood to the last word. */
export const denialClaims = (
  prose: Prose,
  segment: Segment,
  phrase: Phrase,
  sentence: SentenceMemory,
  memory: Memory,
  context: Context,
): Claim[] => {
  const { tokens } = segment;
  const denials = tokens.flatMap((token, at) =>
    token.kind === 'word' && token.meaning.is === 'negation' ? [{ denial: token, at }] : [],
  );
  const first = denials[0];
  const { cells } = context;
  if (!first || !cells || phrase.compare) return [];
  const before = phraseOf(tokens.slice(0, first.at), context);
  return denials.flatMap(({ denial, at }, position) => {
    const said = phraseOf(tokens.slice(at + 1, denials[position + 1]?.at), context);
    if (said.unknown || said.doubtful || said.rest || said.each) return [];
    if (!isHeaded(said) || said.topic === 'other') return [];
    const topic = said.topic ?? before.topic ?? sentence.topic ?? memory.topic;
    const named = /受理|收到|接|新收/.test(denial.text);
    // 无…申请 and 未收到…申请 are about what came in; 没有办理 would be about something else.
    const predicates =
      said.predicates.length > 0 ? said.predicates : topic === 'requests' ? ['new' as const] : [];
    if (predicates.some((one) => one === 'handled' || one === 'processed' || one === 'answered')) return [];
    const told: Phrase = {
      ...said,
      topic,
      predicates: said.rows.length > 0 ? [] : predicates,
      negation: denial,
    };
    const link = sentence.link || phrase.link;
    const spoken = subjectOf(told, topic, { ...sentence, link }, memory, cells);
    if (!spoken) return [];
    const body = phrase.body ?? memory.body;
    const claim = claimOf(
      { prose, segment, at: denial.start, end: denial.end },
      0,
      spoken,
      {
        period: (phrase.period ?? sentence.period) === 'other',
        part: body === 'part',
        within: sentence.within || phrase.within,
        unsure:
          body === 'unsure' ||
          before.unknown ||
          sentence.narrowed ||
          said.loose ||
          (!named && topic === 'requests' && said.field),
      },
      context,
    );
    if (spoken.topic === 'requests') memory.requestsCounted = true;
    return [claim];
  });
};
