import { statSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { AppError } from '../../errors/app-error.js'
import type { Home } from './home.js'
import {
  folderOf,
  type Greeting,
  parseAddress,
  pidScope,
  RENEW_MS,
  type Reply,
  type Role,
  readKeeper,
  type SupervisorAddress,
} from './leases.js'
import { isAlive } from './postmaster-file.js'
import { embeddedTexts } from './texts.js'

/** Our lease on a running server. */
export interface Lease {
  port: number
  /** The pid of the supervisor that gave it. */
  supervisor: number
  /** Resolves when the supervisor has exited, for whatever reason. */
  gone: Promise<void>
  /** Returns the lease; if it was the last, resolves when the server has stopped. */
  leave(): Promise<void>
}

/** What was found of a supervisor: our lease on its server, or the `keeper.json` of one that is dead or stopping, if there is any. */
export type Joined = { lease: Lease } | { lease?: undefined; left: string | undefined }

/** A supervisor whose file is older than this is dead: it renews it every two seconds. */
const SILENT_MS = 20_000
const LOOK_MS = 200

/**
 * Joins the server that runs in `home`; waits while it starts or recovers. Returns no lease if there is none, or it is stopping.
 * Throws `conflict` for a second `serve`, and where the server runs in another container or on another machine.
 */
export async function joinSupervisor(home: Home, role: Role): Promise<Joined> {
  const left = readKeeper(home.supervisorFile)
  if (left === undefined) return { left }
  const address = parseAddress(left)
  if (!address || (address.scope !== undefined && address.scope !== pidScope())) {
    const seen = await watchKeeper(home.supervisorFile, left)
    if (seen === 'dead') return { left }
    if (seen === 'replaced') return joinSupervisor(home, role)
    throw new AppError('conflict', embeddedTexts.usedElsewhere(home.dataDir))
  }
  // Compared within one scope only: a network disk has another device number on each machine.
  if (address.folder !== undefined && address.folder !== folderOf(home.supervisorFile)) return { left }
  if (!isAlive(address.pid)) return { left }
  const socket = connect({ host: '127.0.0.1', port: address.port })
  const gone = new Promise<void>(resolve => {
    socket.on('close', () => resolve())
  })
  const reply = await greet(socket, address, role)
  if (!reply) {
    socket.destroy()
    return { left }
  }
  if ('servedBy' in reply) {
    socket.destroy()
    throw new AppError('conflict', embeddedTexts.alreadyServed(home.dataDir, reply.servedBy))
  }
  socket.unref()
  const lease: Lease = {
    port: reply.port,
    supervisor: address.pid,
    gone,
    async leave() {
      socket.ref()
      socket.end()
      await gone
    },
  }
  return { lease }
}

/**
 * What becomes of a supervisor of another scope: no pid tells that here. Waits until it has renewed its file, that of another has taken
 * its place, or it has removed it or been silent for long. However old the file is, it is watched for as long as three renewals take: the
 * time in it comes from another machine's clock, and either may be wrong. How long it is watched is counted apart from the clock, which may be
 * set meanwhile.
 */
async function watchKeeper(file: string, content: string): Promise<'renewed' | 'replaced' | 'dead'> {
  const changedAt = () => statSync(file, { throwIfNoEntry: false })?.mtimeMs
  const first = changedAt()
  if (first === undefined) return 'dead'
  const now = Date.now()
  const silentMs = now - Math.min(first, now)
  const watchMs = Math.max(3 * RENEW_MS, SILENT_MS - silentMs)
  const began = performance.now()
  for (;;) {
    const latest = changedAt()
    // Read after the time: that of another's file says nothing about this one.
    const found = readKeeper(file)
    if (found !== content) return found === undefined ? 'dead' : 'replaced'
    if (latest !== undefined && latest !== first) return 'renewed'
    if (performance.now() - began >= watchMs) return 'dead'
    await delay(LOOK_MS)
  }
}

function greet(socket: Socket, address: SupervisorAddress, role: Role): Promise<Reply | undefined> {
  return new Promise(resolve => {
    let said = ''
    socket.on('error', () => resolve(undefined))
    socket.on('close', () => resolve(undefined))
    socket.on('data', piece => {
      said += piece.toString()
      if (!said.includes('\n')) return
      try {
        resolve(JSON.parse(said) as Reply)
      } catch {
        resolve(undefined)
      }
    })
    socket.write(`${JSON.stringify({ token: address.token, pid: process.pid, role } satisfies Greeting)}\n`)
  })
}
