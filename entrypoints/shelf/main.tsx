import { render } from 'preact';
import * as z from 'zod';
import '../../components/charts/charts.css';
import '../../components/judging.css';
import '../../components/shelf/shelf.css';
import { languageOf } from '../../components/settings.ts';
import { readSettings } from '../wire/stored.ts';
import { App } from './app.tsx';

// The extension's own policy forbids `new Function`, which zod would try.
z.config({ jitless: true });

const { language } = await readSettings();
const home = document.getElementById('shelf');
if (home) render(<App first={languageOf(language, navigator.language)} />, home);
