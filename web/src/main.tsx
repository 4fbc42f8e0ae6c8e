import './theme/fonts.css'
import './theme/kit.css'
import './theme/global.css'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './api/request/query-client.js'
import { keepOffline } from './app/keep-offline.js'
import { loadAhead } from './app/load-ahead.js'
import { Notices } from './app/notices.js'
import { createAppRouter } from './app/router.js'
import { ConfirmProvider } from './components/forms/confirm.js'
import { LanguageProvider } from './texts/language.js'
import { FormatsProvider } from './texts/use-formats.js'
import { theme } from './theme/theme.js'

const queryClient = createQueryClient()
const router = createAppRouter(queryClient)
const colorSchemes = localStorageColorSchemeManager({ key: 'obmen-theme' })

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

// In a task of its own: reading the code of the app is a long one already.
setTimeout(() => {
  preloadFirstPage()
  loadAhead()
  keepOffline()
  // In a transition React gives way to the browser between components, instead of blocking it until all of them are there.
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
                <Notices />
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
