export type { Customer, Edit, Item, OneC, StoredDocument, StoredPayment } from './base/base.js'
export {
  createBase,
  documentOf,
  documentsOf,
  editDocument,
  formatBase,
  parseBase,
  paymentsOf,
} from './base/base.js'
export type { BaseSettings, KnownMethod } from './base/settings.js'
export { CLIENTS, type Client, type Protocol } from './client.js'
export { INVOICE_ACTIONS, type InvoiceAction, manageInvoice } from './clients/bp/manage-invoice.js'
export {
  type ODataCall,
  type ODataFaults,
  type ODataOptions,
  type ServedOData,
  serveOData,
} from './odata/serve.js'
export { formatReport, type ReportOptions } from './report/format-report.js'
export { formatUploads, type UploadsReport } from './report/format-uploads.js'
export type * from './result.js'
export { type ExchangeOptions, runExchange } from './run-exchange.js'
export type { FindingCode } from './texts.js'
export { type CatalogueOptions, writeCatalogue } from './upload/catalogue-file.js'
export { linesOf, MANAGER_ACTIONS, type ManagerAction, manage } from './upload/managed-document.js'
export { markForUpload, type PushOptions, type PushResult, pushOrders } from './upload/push.js'
export { runUpload, type UploadFile, type UploadOptions, type UploadResult } from './upload/run-upload.js'
export { actByHand, sumInBooks } from './walks/accountant.js'
export { type WalkedSite, walkOrders } from './walks/walk-orders.js'
export { randomOf } from './walks/walked-order.js'
