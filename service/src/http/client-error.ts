import type { Socket } from 'node:net'
import { HTTP_TEXTS } from './texts.js'

const LINGER_MS = 3000
const answered = new WeakSet<Socket>()

/**
 * Lets the client read why its request is malformed: what it still sends is read and dropped for a moment, or
 * the answer would be lost. The body begins `failure`, for the client may be a 1C.
 */
export function answerClientError(
  maxHeaderBytes: number,
): (error: Error & { code?: string }, socket: Socket) => void {
  return (error, socket) => {
    // The parser reports another error for whatever follows.
    if (answered.has(socket)) return
    answered.add(socket)
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const [status, text] = explain(error.code, maxHeaderBytes)
    const body = `failure\n${text}`
    socket.end(
      [
        `HTTP/1.1 ${status}`,
        'Content-Type: text/plain; charset=utf-8',
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Cache-Control: no-store',
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    )
    socket.on('error', () => socket.destroy())
    socket.on('end', () => socket.destroy())
    setTimeout(() => socket.destroy(), LINGER_MS).unref()
    socket.resume()
  }
}

function explain(code: string | undefined, maxHeaderBytes: number): [status: string, text: string] {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return ['431 Request Header Fields Too Large', HTTP_TEXTS.headersTooLarge(maxHeaderBytes)]
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return ['408 Request Timeout', HTTP_TEXTS.requestTimeout]
  return ['400 Bad Request', HTTP_TEXTS.badRequest]
}
