// First of all: see there.
import '../wire/jitless.ts';

import { render } from 'preact';
import '../../components/page.css';
import '../../components/note.css';
import { languageOf } from '../../components/settings.ts';
import { readSettings } from '../wire/stored.ts';
import { NoteWindow } from './note-window.tsx';

/** The window in which the note on the kept report is written whose id the address names. */
const root = document.querySelector('#root');
const { language } = await readSettings();
const id = decodeURIComponent(location.hash.slice(1));
if (root) render(<NoteWindow id={id} language={languageOf(language, navigator.language)} />, root);
