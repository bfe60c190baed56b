// First of all: see there.
import '../wire/jitless.ts';

import { render } from 'preact';
import '../../components/page.css';
import { Refusal } from '../../components/refusal.tsx';
import { languageOf } from '../../components/settings.ts';
import { readSettings } from '../wire/stored.ts';

/** The window of the toolbar's button on a page that no extension may look into. */
const root = document.querySelector('#root');
const { language } = await readSettings();
if (root) render(<Refusal language={languageOf(language, navigator.language)} />, root);
