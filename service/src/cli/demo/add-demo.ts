import type { Command } from 'commander'
import { readConfig } from '../../config.js'
import { AppError } from '../../errors/app-error.js'
import { createLog } from '../../log.js'
import { awaitStop } from '../await-stop.js'
import type { Terminal } from '../terminal.js'
import { DEMO_TEXTS as TEXTS } from './texts.js'
import { SAMPLES } from './texts-samples.js'

export function addDemo(program: Command, terminal: Terminal): void {
  program
    .command('demo')
    .description(TEXTS.description)
    .option('--exit', TEXTS.exit)
    .action((options: { exit?: true }) => demo(options, terminal))
}

/** Fails if any guarantee was broken. */
async function demo(options: { exit?: true }, terminal: Terminal): Promise<void> {
  // Loaded only here: a server and a simulated 1C are more than all the other commands begin with.
  const [{ withDemoServer }, { runDemo }] = await Promise.all([
    import('./demo-server.js'),
    import('./run-demo.js'),
  ])
  const config = readConfig(terminal.env)
  const stop = awaitStop(terminal)
  try {
    terminal.print(TEXTS.starting)
    await withDemoServer(config, createLog('warn'), async server => {
      terminal.print(TEXTS.started(server.address))
      const { broken, served } = await runDemo(server, terminal.print)
      await using _ = served
      if (broken > 0) throw new AppError('internal', TEXTS.notAsPromised(broken))
      terminal.print(TEXTS.asPromised)
      if (options.exit) return
      terminal.print(TEXTS.stays(server.address, SAMPLES.adminEmail, server.adminPassword))
      await stop.wait
    })
  } finally {
    stop.done()
  }
}
