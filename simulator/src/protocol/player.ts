import type { Client, ClientTraits, Protocol } from '../client.js'
import type { Findings } from '../findings.js'
import type { Step } from '../result.js'
import type { SiteAddress } from './address.js'
import { Connection } from './connection.js'

export interface PlayerOptions {
  client: Client
  traits: ClientTraits
  protocol: Protocol
  address: SiteAddress
  login: string
  password: string
  cookieOnly?: boolean
  timeoutMs: number
  /** How long УНФ waits before it repeats a request whose answer was cut. */
  retryDelayMs: number
  findings: Findings
  bom: 'refuse' | 'strip'
  signal?: AbortSignal | undefined
  onStep?: ((step: Step) => void | Promise<void>) | undefined
}

/** The simulated 1C during one exchange. */
export class Player {
  readonly steps: Step[] = []
  /** The last call without an answer broke off in the middle. */
  wasCut = false
  readonly #connections: Connection[] = []

  constructor(readonly options: PlayerOptions) {}

  get client(): Client {
    return this.options.client
  }

  get traits(): ClientTraits {
    return this.options.traits
  }

  get findings(): Findings {
    return this.options.findings
  }

  get address(): SiteAddress {
    return this.options.address
  }

  /** Every authorization is a new connection. */
  connect(): Connection {
    const { address, login, password, cookieOnly = false, timeoutMs, signal } = this.options
    const connection = new Connection({ address, login, password, cookieOnly, timeoutMs, signal })
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
