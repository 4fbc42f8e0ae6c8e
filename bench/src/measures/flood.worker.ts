import http from 'node:http'
import { connect } from 'node:net'
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'

export interface FloodedCall {
  method: string
  path: string
  headers: Record<string, string>
  body?: string
  /** So many in one piece, on one connection, instead of one after the other. */
  pipelined?: number
}

export interface Flood {
  address: string
  calls: FloodedCall[]
  connections: number
  seconds: number
}

const { address, calls, connections, seconds } = workerData as Flood
const until = Date.now() + seconds * 1000
const answers: Record<string, number> = {}
const count = (kind: string, times = 1): void => {
  answers[kind] = (answers[kind] ?? 0) + times
}

// What the callers themselves take of this machine is not the server's: they run elsewhere in life.
if (process.platform === 'linux') setPriority(10)
const agent = new http.Agent({ keepAlive: true, maxSockets: connections })

function ask({ method, path, headers, body }: FloodedCall): Promise<void> {
  return new Promise(resolve => {
    const request = http.request(`${address}${path}`, { method, headers, agent }, answer => {
      answer.resume()
      answer.on('close', () => {
        count(String(answer.statusCode))
        resolve()
      })
    })
    request.on('error', () => {
      count('cut')
      // As a program would that reconnects.
      setTimeout(resolve, 10)
    })
    request.setTimeout(Math.max(1, until - Date.now()), () => request.destroy())
    request.end(body)
  })
}

function askPipelined({ method, path, headers }: FloodedCall, times: number): Promise<void> {
  const { hostname, port } = new URL(address)
  const sent = Object.entries({ host: 'x', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  return new Promise(resolve => {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => count('cut'))
    socket.on('data', data => count('pipelined', data.toString('latin1').split('HTTP/1.1 ').length - 1))
    socket.on('close', () => setTimeout(resolve, 10))
    socket.setTimeout(Math.max(1, Math.min(1000, until - Date.now())), () => socket.destroy())
    socket.end(`${method} ${path} HTTP/1.1\r\n${sent.join('')}\r\n`.repeat(times))
  })
}

async function goOn(from: number): Promise<void> {
  for (let at = from; Date.now() < until; at++) {
    const call = calls[at % calls.length]!
    await (call.pipelined ? askPipelined(call, call.pipelined) : ask(call))
  }
}

await Promise.all(Array.from({ length: connections }, (_, from) => goOn(from)))
agent.destroy()
parentPort!.postMessage(answers)
