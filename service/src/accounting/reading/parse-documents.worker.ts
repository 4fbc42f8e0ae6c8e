import { answerPieces } from '../../uploads/processing/answer-pieces.js'
import { openDocumentTexts } from './parse-documents.js'

export default answerPieces(openDocumentTexts)
