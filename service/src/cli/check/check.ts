import type { Command } from 'commander'
import { type Config, readConfig } from '../../config.js'
import { AppError } from '../../errors/app-error.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'
import { checkClock } from './check-clock.js'
import { checkDatabase } from './check-database.js'
import { checkDisk } from './check-disk.js'
import type { Finding } from './check-finding.js'

const texts = cliTexts.check

export function addCheck(program: Command, terminal: Terminal): void {
  program
    .command('check')
    .description(texts.description)
    .action(() => check(terminal))
}

/** Runs every check before failing, to show all problems. */
async function check(terminal: Terminal): Promise<void> {
  const findings: Finding[] = []
  const look = (found: Finding): void => {
    findings.push(found)
    terminal.print(found.good ? texts.good(found.text) : texts.bad(found.text))
  }
  const config = readEnvironment(terminal, look)
  if (config) {
    await checkDatabase(config, look)
    await checkDisk(config, look)
  }
  checkClock(new Date(), look)
  const bad = findings.filter(found => !found.good).length
  if (bad > 0) throw new AppError('unavailable', texts.failed(bad))
}

function readEnvironment(terminal: Terminal, look: (found: Finding) => void): Config | undefined {
  try {
    const config = readConfig(terminal.env)
    look({ good: true, text: texts.configGood })
    return config
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    look({ good: false, text: error.message })
    return undefined
  }
}
