import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { attentionQuery } from '../api/attention.js'
import { ordersPageQuery } from '../api/orders.js'
import { overviewQuery } from '../api/overview.js'
import { hasLocation, hasRole, meQuery } from '../api/people/me.js'
import { askReachable, whenReachable } from '../api/request/reachable.js'
import { interfaceOf, rememberedInterface } from './interfaces.js'
import { FrameFailure, FramePending, NotFound, RequireRole } from './no-page.js'
import {
  accountSearch,
  attentionSearch,
  catalogueSearch,
  deskSearch,
  exchangeSearch,
  exchangesSearch,
  infrastructureSearch,
  integrationSearch,
  orderSearch,
  ordersSearch,
  pageSearch,
  platformSearch,
  reconciliationSearch,
  settingsSearch,
  signInSearch,
  tasksSearch,
} from './search.js'
import { Shell } from './shell/shell.js'

export interface RouterContext {
  queryClient: QueryClient
}

const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Outlet })

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: page(() => import('../pages/sign-in/sign-in-page.js'), 'SignInPage'),
})

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation/$secret',
  component: page(() => import('../pages/invitation/invitation-page.js'), 'InvitationPage'),
})

/** Everything below needs a signed-in person; a guest comes back here after signing in. */
const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(meQuery)
    if (me === null) throw redirect({ to: '/sign-in', search: { next: location.href } })
    if (hasLocation(me)) void context.queryClient.prefetchQuery(attentionQuery)
    return { me }
  },
  component: Shell,
  errorComponent: FrameFailure,
  pendingComponent: FramePending,
})

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    const home = interfaceOf(rememberedInterface(), context.me)
    if (home === 'infrastructure') throw redirect({ to: '/infrastructure' })
    throw redirect({ to: hasRole(context.me, 'accountant') ? '/desk' : '/overview' })
  },
})

const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account',
  validateSearch: accountSearch,
  component: page(() => import('../pages/account/account-page.js'), 'AccountPage'),
})

const helpRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/help/$chapter',
  component: page(() => import('../pages/help/help-page.js'), 'HelpPage'),
})

const notFoundRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotFound })

const ecosystemRoute = createRoute({
  getParentRoute: () => shellRoute,
  id: 'ecosystem',
  component: () => <RequireRole roles={['location-administrator', 'accountant']} />,
})

const administrationRoute = createRoute({
  getParentRoute: () => ecosystemRoute,
  id: 'administration',
  component: () => <RequireRole roles={['location-administrator']} />,
})

const overviewRoute = createRoute({
  getParentRoute: () => ecosystemRoute,
  path: '/overview',
  loader: ({ context }) => void context.queryClient.prefetchQuery(overviewQuery),
  component: page(() => import('../pages/overview/overview-page.js'), 'OverviewPage'),
})

const deskRoute = createRoute({
  getParentRoute: () => ecosystemRoute,
  path: '/desk',
  validateSearch: deskSearch,
  component: page(() => import('../pages/desk/desk-page.js'), 'DeskPage'),
})

const attentionRoute = createRoute({
  getParentRoute: () => ecosystemRoute,
  path: '/attention',
  validateSearch: attentionSearch,
  component: page(() => import('../pages/attention/attention-page.js'), 'AttentionPage'),
})

const ordersRoute = createRoute({
  getParentRoute: () => ecosystemRoute,
  path: '/orders',
  validateSearch: ordersSearch,
  // Of a link that says more than pages know, only what the list is asked by.
  loaderDeps: ({ search }) => ordersSearch(search),
  loader: ({ context, deps }) => void context.queryClient.prefetchQuery(ordersPageQuery(deps)),
  component: page(() => import('../pages/orders/orders-page.js'), 'OrdersPage'),
})

const orderRoute = createRoute({
  getParentRoute: () => ecosystemRoute,
  path: '/orders/$orderId',
  validateSearch: orderSearch,
  component: page(() => import('../pages/order/order-page.js'), 'OrderPage'),
})

const exchangesRoute = createRoute({
  getParentRoute: () => ecosystemRoute,
  path: '/exchanges',
  validateSearch: exchangesSearch,
  component: page(() => import('../pages/exchanges/exchanges-page.js'), 'ExchangesPage'),
})

const exchangeRoute = createRoute({
  getParentRoute: () => ecosystemRoute,
  path: '/exchanges/$exchangeId',
  validateSearch: exchangeSearch,
  component: page(() => import('../pages/exchange/exchange-page.js'), 'ExchangePage'),
})

const tasksRoute = createRoute({
  getParentRoute: () => ecosystemRoute,
  path: '/tasks',
  validateSearch: tasksSearch,
  component: page(() => import('../pages/tasks/tasks-page.js'), 'TasksPage'),
})

const reconciliationRoute = createRoute({
  getParentRoute: () => ecosystemRoute,
  path: '/reconciliation',
  validateSearch: reconciliationSearch,
  component: page(() => import('../pages/reconciliation/reconciliation-page.js'), 'ReconciliationPage'),
})

const platformRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/platform',
  validateSearch: platformSearch,
  component: page(() => import('../pages/platform/platform-page.js'), 'PlatformPage'),
})

const companiesRoute = createRoute({
  getParentRoute: () => ecosystemRoute,
  path: '/companies',
  validateSearch: pageSearch,
  component: page(() => import('../pages/companies/companies-page.js'), 'CompaniesPage'),
})

const locationRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/location',
  component: page(() => import('../pages/location/location-page.js'), 'LocationPage'),
})

const structureRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/structure',
  validateSearch: pageSearch,
  component: page(() => import('../pages/structure/structure-page.js'), 'StructurePage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/settings',
  validateSearch: settingsSearch,
  component: page(() => import('../pages/settings/settings-page.js'), 'SettingsPage'),
})

const webhookRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/settings/webhooks/$webhookId',
  component: page(() => import('../pages/settings/webhooks/webhook-page.js'), 'WebhookPage'),
})

const integrationRoute = createRoute({
  getParentRoute: () => ecosystemRoute,
  path: '/integrations/$integrationId',
  validateSearch: integrationSearch,
  component: page(() => import('../pages/integration/integration-page.js'), 'IntegrationPage'),
})

const catalogueRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/integrations/$integrationId/catalogue',
  validateSearch: catalogueSearch,
  component: page(() => import('../pages/catalogue/catalogue-page.js'), 'CataloguePage'),
})

const operatorRoute = createRoute({
  getParentRoute: () => shellRoute,
  id: 'operator',
  component: () => <RequireRole roles={['system-operator']} />,
})

const infrastructureRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/infrastructure',
  validateSearch: infrastructureSearch,
  component: page(() => import('../pages/infrastructure/infrastructure-page.js'), 'InfrastructurePage'),
})

export const routeTree = rootRoute.addChildren([
  signInRoute,
  invitationRoute,
  shellRoute.addChildren([
    homeRoute,
    notFoundRoute,
    accountRoute,
    helpRoute,
    ecosystemRoute.addChildren([
      overviewRoute,
      deskRoute,
      attentionRoute,
      ordersRoute,
      orderRoute,
      exchangesRoute,
      exchangeRoute,
      tasksRoute,
      reconciliationRoute,
      companiesRoute,
      integrationRoute,
      administrationRoute.addChildren([
        platformRoute,
        locationRoute,
        structureRoute,
        settingsRoute,
        webhookRoute,
        catalogueRoute,
      ]),
    ]),
    operatorRoute.addChildren([infrastructureRoute]),
  ]),
])

/** A page whose code is loaded when it is opened, or once the server is reachable again, with its styles. */
function page<Pages extends Record<string, unknown>, Name extends keyof Pages>(
  load: () => Promise<Pages>,
  name: Name,
) {
  return lazyRouteComponent(async () => {
    for (;;)
      try {
        return await load()
      } catch (error) {
        if (await askReachable()) throw error
        await whenReachable()
        mendStyles()
      }
  }, name)
}

/** Browsers do not retry a style sheet that failed. */
function mendStyles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
    if (link.sheet === null) link.replaceWith(link.cloneNode())
}
