/** The public entry `gouji/forms`: the national forms as data. */
export { formOf, forms } from './registry.ts';
export type { Band, Form, FormColumn, FormRow, FormTable, Identity } from './schema.ts';
