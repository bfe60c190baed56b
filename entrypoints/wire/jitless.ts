import * as z from 'zod';

/** To be imported before any schema is made: the extension's own policy forbids `new Function`, which zod would try. */
z.config({ jitless: true });
