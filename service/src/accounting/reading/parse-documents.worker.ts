import { createDocumentReader, type PieceReader, type ReadLimits } from '@obmen/codec'
import { answerPieces } from '../../uploads/processing/answer-pieces.js'

export default answerPieces(openDocumentTexts)

/** Documents as JSON texts, the form in which they pass between threads and are staged. */
function openDocumentTexts(limits: ReadLimits): PieceReader<string> {
  const reader = createDocumentReader(limits)
  return {
    *push(piece) {
      for (const document of reader.push(piece)) yield JSON.stringify(document)
    },
    *end() {
      for (const document of reader.end()) yield JSON.stringify(document)
    },
  }
}
