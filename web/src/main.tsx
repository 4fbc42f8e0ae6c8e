import './theme/fonts.css'
import './theme/kit.css'
import './theme/global.css'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './api/request/query-client.js'
import { keepOffline } from './app/keep-offline.js'
import { loadAhead } from './app/load-ahead.js'
import { createAppRouter } from './app/router.js'
import { ConfirmProvider } from './components/forms/confirm.js'
import { LanguageProvider } from './texts/language.js'
import { theme } from './theme/theme.js'

const queryClient = createQueryClient()
const router = createAppRouter(queryClient)
const colorSchemes = localStorageColorSchemeManager({ key: 'obmen-theme' })

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

loadAhead()
keepOffline()
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorSchemes}>
      <LanguageProvider>
        <QueryClientProvider client={queryClient}>
          <ConfirmProvider>
            <RouterProvider router={router} />
          </ConfirmProvider>
        </QueryClientProvider>
        <Notifications position="bottom-right" />
      </LanguageProvider>
    </MantineProvider>
  </StrictMode>,
)
