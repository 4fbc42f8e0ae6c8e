import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = process.env.OBMEN_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  // Relative addresses: the server writes its path prefix into <base href> of index.html.
  base: './',
  plugins: [react()],
  build: { target: 'es2022', manifest: true, sourcemap: false, chunkSizeWarningLimit: 400 },
  server: { proxy: { '/api': { target: api, changeOrigin: false } } },
})
