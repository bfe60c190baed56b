// First of all: see there.
import '../wire/jitless.ts';

import { render } from 'preact';
import '../../components/charts/charts.css';
import '../../components/judging.css';
import '../../components/note.css';
import '../../components/shelf/shelf.css';
import { languageOf } from '../../components/settings.ts';
import { withOwn } from '../../parser/forms/registry.ts';
import { readOwnForms } from '../wire/own-forms.ts';
import { readSettings } from '../wire/stored.ts';
import { App } from './app.tsx';

// Reports read with them are named by them.
withOwn(await readOwnForms());
const { language } = await readSettings();
const home = document.getElementById('shelf');
if (home) render(<App first={languageOf(language, navigator.language)} />, home);
