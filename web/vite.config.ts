import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const api = process.env.OBMEN_URL ?? 'http://127.0.0.1:8080'

/** Of our own code, what pages with a table consist of, and what lists with conditions have besides. */
const COMMON =
  /[\\/]web[\\/]src[\\/](api|hooks|components[\\/](layout[\\/](data-table|section)|status|relative-time|forms[\\/]button-link|integrations[\\/]|exchanges[\\/]exchange-outcome))/
const LIST = /[\\/]web[\\/]src[\\/]components[\\/](filters|list-menus|layout[\\/]pager)/
/** Small parts that nearly everything needs. */
const SMALL = /[\\/]contract[\\/]dist[\\/]|@mantine[\\/](hooks|core[\\/]esm[\\/]core[\\/]utils)[\\/]/

/** What every page is written in is asked for together with the app: a font that comes later has all text laid out once more. */
function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter(file => /\/inter-(latin|cyrillic)-[^/]+\.woff2$/.test(file))
          .map(file => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${file}` },
            injectTo: 'head',
          })),
    },
  }
}

export default defineConfig({
  // Relative addresses: the server writes its path prefix into <base href> of index.html.
  base: './',
  plugins: [react(), preloadFonts()],
  build: {
    target: 'es2022',
    manifest: true,
    sourcemap: false,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // However small a file is, it costs an old computer some 5 ms. By the bundler's own rules a list consists of ninety.
          groups: [
            { name: 'app', tags: ['$initial'], priority: 3 },
            { name: 'common', test: COMMON, minShareCount: 4, priority: 2 },
            { name: 'common', test: SMALL, minShareCount: 4, priority: 2 },
            { name: 'list', test: LIST, minShareCount: 3, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': { target: api, changeOrigin: false } } },
})
