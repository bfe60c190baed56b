import { disclosure2019 } from './disclosure-2019.ts';
import { disclosure2021 } from './disclosure-2021.ts';
import type { Form } from './schema.ts';

/** Every form that is known. A form is added here and nowhere else. */
export const forms: readonly Form[] = [disclosure2019, disclosure2021];

/** The form of that id, or null. */
export const formOf = (id: string): Form | null => forms.find((form) => form.id === id) ?? null;
