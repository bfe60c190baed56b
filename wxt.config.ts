import { defineConfig } from 'wxt';

const reportHosts = '*://*.gov.cn/*';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  zip: { excludeSources: ['out/**', 'docs/**', 'coverage/**'] },
  manifest: ({ browser, command }) => ({
    default_locale: 'zh_CN',
    name: '__MSG_extName__',
    short_name: '__MSG_extShortName__',
    description: '__MSG_extDescription__',
    // `scripting` puts the panel into a page that holds a report, and into no other. Neither raises a warning of its own.
    permissions: ['storage', 'scripting'],
    host_permissions: [reportHosts],
    // Declared here because a WXT content script announces itself to the page by an event; the probe must be silent.
    content_scripts: [
      {
        matches: [reportHosts],
        all_frames: true,
        run_at: 'document_idle',
        js: ['probe.js'],
      },
    ],
    action: { default_title: '__MSG_actionTitle__' },
    // The development server needs its connection; a build that leaves the house makes none.
    ...(command === 'build' && {
      content_security_policy: {
        extension_pages:
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      },
    }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: '{b1f5a9d2-3c64-4f0e-9a57-6f2d0c7e1a11}',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
    ...(browser === 'chrome' && { minimum_chrome_version: '120' }),
  }),
});
