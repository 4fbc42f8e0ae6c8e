import { answerPieces } from '../../uploads/processing/answer-pieces.js'
import { openCatalogueRows } from './catalogue-rows.js'

export default answerPieces(openCatalogueRows)
