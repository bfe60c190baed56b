import type { Diagnosis, Extraction } from '../parser/extraction.ts';
import { type DiagnosisText, type Language, wordsIn } from '../parser/messages/words.ts';

/** What a diagnosis says, in sentences. */
export const sentencesOf = (
  diagnosis: Diagnosis,
  extraction: Extraction,
  language: Language,
): DiagnosisText => wordsIn(language).about(extraction).diagnosis(diagnosis, extraction.checks);
