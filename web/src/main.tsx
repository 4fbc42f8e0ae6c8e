import './theme/fonts.css'
import './theme/kit.css'
import './theme/global.css'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider } from '@tanstack/react-router'
import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { basePath } from './api/request/base.js'
import { ApiError, NoAnswerError } from './api/request/problem.js'
import { NotFound, PageFailure } from './app/no-page.js'
import { routeTree } from './app/routes.js'
import { parseSearch, stringifySearch } from './app/search.js'
import { ConfirmProvider } from './components/forms/confirm.js'
import { Loading } from './components/layout/loaded.js'
import { FormatsProvider, LanguageProvider } from './texts/language.js'
import { theme } from './theme/theme.js'

const QUIET_MS = 3_000

/**
 * Keeps the app itself (no data) in the browser: a reload without the server shows the app, which says so.
 */
function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  setTimeout(async () => {
    try {
      await navigator.serviceWorker.register(`${basePath}app-cache.js`)
      const { active } = await navigator.serviceWorker.ready
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
      active?.postMessage({ keep: loaded })
    } catch {
      // Not allowed here: the app works as before.
    }
  }, QUIET_MS)
}

const RETRIES = 2

/** Reads are retried when it can help (no answer, 502–504, 429); only a person may repeat writes. */
const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < RETRIES && isPassing(error),
      retryDelay: (attempt, error) =>
        error instanceof ApiError && error.retryAfterSeconds !== undefined
          ? Math.min(error.retryAfterSeconds, 30) * 1000
          : 500 * 2 ** attempt,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

function isPassing(error: unknown): boolean {
  if (error instanceof NoAnswerError) return true
  return error instanceof ApiError && [429, 502, 503, 504].includes(error.status)
}

const router = createRouter({
  routeTree,
  basepath: basePath,
  parseSearch,
  stringifySearch,
  // A link that somebody else's page marked, or of another release, opens as if it had no more than pages know.
  search: { strict: true },
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: PageFailure,
  defaultPendingComponent: () => <Loading />,
})
const colorSchemes = localStorageColorSchemeManager({ key: 'obmen-theme' })

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

// In a task of its own: reading the code of the app is a long one already.
setTimeout(() => {
  preloadFirstPage()
  loadAhead()
  keepOffline()
  // In a transition React gives way to the browser between components.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorSchemes}>
          <LanguageProvider>
            <QueryClientProvider client={queryClient}>
              <FormatsProvider>
                <ConfirmProvider>
                  <RouterProvider router={router} />
                </ConfirmProvider>
                <Notifications position="bottom-right" />
              </FormatsProvider>
            </QueryClientProvider>
          </LanguageProvider>
        </MantineProvider>
      </StrictMode>,
    ),
  )
})

/** Fetches what the first page needs (profile, data, code) while React still renders the frame. */
function preloadFirstPage(): void {
  const { pathname, search } = router.latestLocation
  void router.preloadRoute({ to: pathname, search } as Parameters<typeof router.preloadRoute>[0])
}

const AHEAD_MS = 15_000

/** Code that may be needed without a connection: loaded once the first page has settled. */
function loadAhead(): void {
  setTimeout(() => {
    const parts = [
      import('./components/forms/confirm-dialog.js'),
      import('./app/session/sign-in-again-window.js'),
      import('./app/shell/user-menu-list.js'),
    ]
    // No connection: it will be loaded when needed.
    Promise.all(parts).catch(() => {})
  }, AHEAD_MS)
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
