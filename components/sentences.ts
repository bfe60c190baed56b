import type { Diagnosis, Extraction } from '../parser/extraction.ts';
import type { DiagnosisText, Language } from '../parser/messages/words.ts';
import { wordsIn } from '../parser/messages/words-in.ts';

/** What a diagnosis says, in sentences. */
export const sentencesOf = (
  diagnosis: Diagnosis,
  extraction: Extraction,
  language: Language,
): DiagnosisText => wordsIn(language).about(extraction).diagnosis(diagnosis, extraction.checks);
