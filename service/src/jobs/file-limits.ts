import type { CatalogueLimits } from '../catalogue/catalogue.js'
import type { Config } from '../config.js'
import type { UploadLimits } from '../uploads/upload-limits.js'

/** Limits of one file that 1C sends. */
export function uploadLimits(config: Config): UploadLimits {
  return {
    size: config.uploadSizeLimit,
    sessionFiles: config.uploadSessionFiles,
    keepBytes: config.uploadKeepBytes,
    unpacked: config.uploadUnpackedLimit,
    ratio: config.uploadRatioLimit,
    archiveFiles: config.uploadArchiveFiles,
    depth: config.uploadXmlDepth,
    attributes: config.uploadXmlAttributes,
    textLength: config.uploadTextLimit,
    documentElements: config.uploadDocumentElements,
    readSeconds: config.uploadReadSeconds,
    readMemory: config.uploadReadMemory,
    answerSeconds: config.uploadAnswerSeconds,
    quietMinutes: config.uploadQuietMinutes,
  }
}

/** Limits of one integration's catalogue. */
export function catalogueLimits(config: Config): CatalogueLimits {
  return {
    items: config.catalogueItemsLimit,
    textLength: config.catalogueTextLimit,
    listLength: config.catalogueListLimit,
  }
}
