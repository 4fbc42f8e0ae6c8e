import type { OneC } from '../base/base.js'
import { type Client, type ClientTraits, type Protocol, TRAITS } from '../client.js'
import type { Findings } from '../findings.js'
import type { Step } from '../result.js'
import { parseAddress, protocolOf, type SiteAddress } from './address.js'
import { Connection } from './connection.js'

/** How 1C reaches the site. */
export interface SiteOptions {
  /** The site's address as typed into 1C. */
  url: string
  login: string
  password: string
  /** Not a 1C: a client that signs in once and then sends only its cookie, as some emulators do. */
  cookieOnly?: boolean
  /** УНФ, БП: the CMS chosen in 1C; by default it follows from the address. */
  protocol?: Protocol
  /** How long an answer may take; by default the configuration's timeout (180 s, УНФ and БП 1800 s). */
  timeoutMs?: number
  /** How long УНФ waits before it repeats a request whose answer was cut; 5000 by default. */
  retryDelayMs?: number
  /** Called after each request and awaited, so a test can act between `query` and `success`. */
  onStep?: (step: Step) => void | Promise<void>
}

/** The simulated 1C during one exchange. */
export class Player {
  readonly steps: Step[] = []
  /** The last call without an answer broke off in the middle. */
  wasCut = false
  readonly client: Client
  readonly traits: ClientTraits
  readonly address: SiteAddress
  readonly protocol: Protocol
  readonly bom: 'refuse' | 'strip'
  readonly #connections: Connection[] = []

  constructor(
    base: OneC,
    readonly options: SiteOptions,
    readonly findings: Findings,
  ) {
    this.client = base.client
    this.traits = TRAITS[base.client]
    this.address = parseAddress(options.url)
    this.protocol = options.protocol ?? protocolOf(base.client, this.address)
    this.bom = base.settings.bom
  }

  /** Every authorization is a new connection. */
  connect(): Connection {
    const { timeoutMs = this.traits.timeoutMs, ...options } = this.options
    const connection = new Connection({ ...options, address: this.address, timeoutMs })
    this.#connections.push(connection)
    return connection
  }

  async report(step: Step): Promise<void> {
    this.steps.push(step)
    await this.options.onStep?.(step)
  }

  close(): void {
    for (const connection of this.#connections) connection.close()
  }
}
