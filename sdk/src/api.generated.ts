// Written by `npm run types --workspace sdk`.
export interface paths {
    "/api/v1/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description For anybody.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description For anybody.
         */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in
         * @description For any person.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change own name, language or look of lists
         * @description For any person.
         */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change own password
         * @description For any person.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own open sessions
         * @description For any person.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /**
         * End all own sessions but this one
         * @description For any person.
         */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of the own sessions
         * @description For any person.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the own second factor is on
         * @description For any person.
         */
        get: operations["getSecondFactor"];
        put?: never;
        /**
         * Begin to turn on the own second factor: a new secret
         * @description For any person.
         */
        post: operations["beginSecondFactor"];
        /**
         * Turn off the own second factor
         * @description For any person.
         */
        delete: operations["turnOffSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn on the own second factor by its first code; ends the other sessions
         * @description For any person.
         */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the own recovery codes
         * @description For any person.
         */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-invitations/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An invitation as the invited person sees it
         * @description For anybody.
         */
        get: operations["getOpenInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-invitations/{secret}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation
         * @description For anybody.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders by date
         * @description For a token with `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order
         * @description As PUT takes it, with what Obmen adds: put back as it is, it changes nothing. A field of Obmen may be left out of a PUT; one that is not as it was is refused.
         *
         *     For a token with `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getOrder"];
        /**
         * Put an order
         * @description Putting the same content again changes nothing. If-Match: "<revision>" protects a newer revision from being overwritten. Obmen-Origin: <integrationId> tells that the change was taken over from that 1C, which then is not sent it.
         *
         *     For a token with `orders:write`, an administrator of the location.
         */
        put: operations["putOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The state of an order at each 1C
         * @description For a token with `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getOrderExports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the order to a 1C again
         * @description For a token with `orders:write`, an administrator of the location.
         */
        post: operations["resendOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Statuses and gateways of recent orders
         * @description For a token with `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to an order
         * @description For a token with `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getOrderTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The order as it was at a revision
         * @description For a token with `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getOrderRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The XML that would be sent now
         * @description For a token with `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getOrderXml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/preflight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What 1C will do with the order
         * @description For a token with `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getOrderPreflight"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/sent-xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The XML that was sent in a batch
         * @description For a token with `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getSentXml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/accounting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each 1C says of the order
         * @description For a token with `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getOrderAccounting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/latest-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What came last of this 1C: documents, or orders that it confirmed
         * @description For a token with `integrations:read` and `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["listLatestDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/unknown-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Documents of this 1C that match no order
         * @description For a token with `integrations:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["listUnknownDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold the order back from a 1C
         * @description Nothing of the order is sent, its later revisions neither, until it is released.
         *
         *     For a token with `orders:write`, an administrator of the location.
         */
        post: operations["holdOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release an order that is held back from a 1C
         * @description Whatever holds it: an order that preflight or the 1C itself objects to is sent all the same. One that a person held is held by preflight (`heldKind` `finding`) from then on if that objects to it; a second release sends it.
         *
         *     For a token with `orders:write`, an administrator of the location.
         */
        post: operations["releaseOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bulk actions, newest first
         * @description For a token with `orders:read`, an administrator of the location.
         */
        get: operations["listBulkActions"];
        put?: never;
        /**
         * Resend, hold or release many orders
         * @description Runs in the background, also across restarts; GET the action for its progress. Of one location 20 run at once at most: 409.
         *
         *     For a token with `orders:write`, an administrator of the location.
         */
        post: operations["startBulkAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-actions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Progress of a bulk action
         * @description For a token with `orders:read`, an administrator of the location.
         */
        get: operations["getBulkAction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-actions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a bulk action; what is done stays done
         * @description For a token with `orders:write`, an administrator of the location.
         */
        post: operations["cancelBulkAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-actions/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release what a bulk action held
         * @description For a token with `orders:write`, an administrator of the location.
         */
        post: operations["undoBulkAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Integrations
         * @description For a token with `integrations:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["listIntegrations"];
        put?: never;
        /**
         * Connect a 1C; returns its login and password
         * @description For a token with `integrations:write` and `integrations:credentials`, an administrator of the location.
         */
        post: operations["createIntegration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One integration
         * @description For a token with `integrations:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getIntegration"];
        put?: never;
        post?: never;
        /**
         * Remove an integration
         * @description For a token with `integrations:write`, an administrator of the location.
         */
        delete: operations["deleteIntegration"];
        options?: never;
        head?: never;
        /**
         * Change an integration
         * @description For a token with `integrations:write`, an administrator of the location.
         */
        patch: operations["updateIntegration"];
        trace?: never;
    };
    "/api/v1/integrations/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give 1C a new password
         * @description For a token with `integrations:write` and `integrations:credentials`, an administrator of the location.
         */
        post: operations["changeIntegrationPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/client": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell which program is on the other side
         * @description Answers `recognition.question`: sets `client` in the settings, or keeps it as it is.
         *
         *     For a token with `integrations:write`, an administrator of the location.
         */
        post: operations["answerClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/early-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle orders placed before 1C was connected
         * @description A Бухгалтерия confirms orders placed before its start date without loading them. Either they are sent again, by a bulk action in steps, or 1C has them already.
         *
         *     For a token with `integrations:write` and `orders:write`, an administrator of the location.
         */
        post: operations["settleEarlyOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/settings:validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read settings without saving
         * @description What was corrected, what the rules do, how many of the company’s orders would match, and which payments keep the form in which 1C received them.
         *
         *     For a token with `integrations:read`, an administrator of the location.
         */
        post: operations["validateSettings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/catalogue/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items of this 1C, by name
         * @description For a token with `integrations:read`, an administrator of the location.
         */
        get: operations["listCatalogueItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/catalogue/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One item, with its prices and stock
         * @description For a token with `integrations:read`, an administrator of the location.
         */
        get: operations["getCatalogueItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/catalogue/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Groups of items
         * @description For a token with `integrations:read`, an administrator of the location.
         */
        get: operations["listCatalogueGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/catalogue/price-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Types of prices
         * @description For a token with `integrations:read`, an administrator of the location.
         */
        get: operations["listPriceTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/catalogue/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lines of orders and the items that they are linked to
         * @description For a token with `integrations:read`, an administrator of the location.
         */
        get: operations["listCatalogueLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/catalogue/links/{lineId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Link a line to an item
         * @description For a token with `integrations:write`, an administrator of the location.
         */
        put: operations["linkLine"];
        post?: never;
        /**
         * Remove the link of a line
         * @description For a token with `integrations:write`, an administrator of the location.
         */
        delete: operations["unlinkLine"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/catalogue/links:suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suggest items for lines, by article and name
         * @description For a token with `integrations:read`, an administrator of the location.
         */
        post: operations["suggestItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History of an integration
         * @description Who created it and changed its name, settings, pause or password; the newest first.
         *
         *     For a token with `integrations:read`, an administrator of the location.
         */
        get: operations["listIntegrationChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The XML that the next query would return
         * @description While the order that this 1C refuses is searched, the query itself gives a part of these orders.
         *
         *     For a token with `integrations:read` and `orders:read`, an administrator of the location.
         */
        get: operations["previewQuery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dry run: play the 1C of this integration
         * @description What that 1C would make of each order of the next package; nothing is marked as sent.
         *
         *     For a token with `integrations:read` and `orders:read`, an administrator of the location.
         */
        post: operations["dryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Play an exchange of a 1C with an integration for trying out
         * @description The simulator signs in, takes what is owed, makes documents of it and confirms it, as that 1C would: journal, events and webhooks tell of it. Only for an integration and a token that were made with `sandbox`. Its base begins empty each time, with the documents that orders owed again have there.
         *
         *     For a token with `integrations:write` and `orders:read`, an administrator of the location.
         */
        post: operations["simulateExchange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How its 1C is read over OData: settings, the last reading, the next one
         * @description 404 if it is not set up. The password never comes back.
         *
         *     For a token with `integrations:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getReading"];
        /**
         * Read its 1C over OData
         * @description The next reading is due at once and reads everything. Without `password` the stored one stays, if address and user are as they were. The same put again says that this is the right base, after a reading has failed because it looked like an older copy of it.
         *
         *     For a token with `integrations:write`, an administrator of the location.
         */
        put: operations["putReading"];
        post?: never;
        /**
         * Read its 1C no more; what was read stays known
         * @description For a token with `integrations:write`, an administrator of the location.
         */
        delete: operations["deleteReading"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/reading:run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read everything now, or as soon as the reading that runs has ended
         * @description For a token with `integrations:write`, an administrator of the location.
         */
        post: operations["runReading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/reading:check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try out whether its 1C can be read, step by step; stores nothing
         * @description What is absent from the body is taken from what is stored: with an empty one, that is checked. The stored password is sent to the stored address by the stored user alone. Takes up to some minutes, since a base may have to wake.
         *
         *     For a token with `integrations:write`, an administrator of the location.
         */
        post: operations["checkReading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its orders, newest first, against what its 1C has
         * @description Every order that this 1C was sent to the end, also one that was not looked for yet. `from` and `to`: when the orders were placed.
         *
         *     For a token with `integrations:read` and `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["listReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the orders of each 1C that is read compare with what it has
         * @description For a token with `integrations:read` and `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/reconciliation.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The reconciliation as CSV, all orders that match the filter
         * @description For a token with `integrations:read` and `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["exportReconciliationAsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/reconciliation.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The reconciliation as XLSX, all orders that match the filter
         * @description For a token with `integrations:read` and `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["exportReconciliationAsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Findings of preflight for its orders
         * @description For a token with `integrations:read` and `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an accountant has to do by hand
         * @description For a token with `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a task as done
         * @description For a token with `orders:write`, an administrator of the location, an accountant (their companies).
         */
        post: operations["completeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a task again that was marked as done
         * @description For a token with `orders:write`, an administrator of the location, an accountant (their companies).
         */
        post: operations["reopenTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Companies by name
         * @description For a token with `companies:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["listCompanies"];
        put?: never;
        /**
         * Add a company
         * @description For a token with `companies:write`, an administrator of the location.
         */
        post: operations["createCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One company
         * @description For a token with `companies:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getCompany"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change, archive or restore a company
         * @description For a token with `companies:write`, an administrator of the location.
         */
        patch: operations["updateCompany"];
        trace?: never;
    };
    "/api/v1/locations/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The location of the token
         * @description For a token with `companies:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getLocation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the location: its name, time zone, names of statuses
         * @description For a token with `companies:write`, an administrator of the location.
         */
        patch: operations["updateLocation"];
        trace?: never;
    };
    "/api/v1/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Places that orders name
         * @description For a token with `companies:read`, an administrator of the location.
         */
        get: operations["listPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events after a position, in order
         * @description For a token with `events:read`, an administrator of the location.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Webhooks of the location
         * @description For a token with `webhooks:read`, an administrator of the location.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Add a webhook for events from now on
         * @description A token gets only types of events that its rights read.
         *
         *     For a token with `webhooks:write`, an administrator of the location.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook
         * @description For a token with `webhooks:read`, an administrator of the location.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Remove a webhook with its attempts
         * @description For a token with `webhooks:write`, an administrator of the location.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change, disable or resume a webhook
         * @description A token may change what it sends, or where, if its rights read all types of the webhook, old and new.
         *
         *     For a token with `webhooks:write`, an administrator of the location.
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a new secret; each old one signs for 24 hours as well
         * @description For a token with `webhooks:write`, an administrator of the location.
         */
        post: operations["renewWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Delivery attempts, newest first
         * @description For a token with `webhooks:read`, an administrator of the location.
         */
        get: operations["listWebhookAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/attempts/{attemptId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One attempt with its request and answer
         * @description The body of the request is null if its event was forgotten, or is none that the rights read.
         *
         *     For a token with `webhooks:read`, an administrator of the location.
         */
        get: operations["getWebhookAttempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/attempts/{attemptId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry the event of an attempt now
         * @description For a token with `webhooks:write`, an administrator of the location.
         */
        post: operations["retryWebhookAttempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an event of type test to this webhook only
         * @description For a token with `webhooks:write`, an administrator of the location.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the events of a period again
         * @description For a token with `webhooks:write`, an administrator of the location.
         */
        post: operations["replayEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchanges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exchanges, newest first
         * @description For a token with `journal:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["listExchanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchanges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One exchange with its requests
         * @description For a token with `journal:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getExchange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchanges/{id}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The orders of an exchange
         * @description For a token with `journal:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["listExchangeOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchanges/{id}/entries/{entryId}/body": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A recorded body, whole or in part
         * @description For a token with `journal:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getExchangeBody"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchanges/{id}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Files that 1C sent in an exchange, in order of arrival
         * @description For a token with `journal:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["listUploads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a file said, and what each document of it changed
         * @description For a token with `journal:read` and `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["listUploadDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Requests for changes
         * @description Refused lines of a batch are listed separately. Kept for INTAKE_KEEP_DAYS.
         *
         *     For a token with `journal:read`, an administrator of the location.
         */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/causes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Refused requests by cause
         * @description Of the newest 10,000 that were refused, the most frequent cause first.
         *
         *     For a token with `journal:read`, an administrator of the location.
         */
        get: operations["listRefusalCauses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Requests accepted and refused by day
         * @description For a token with `journal:read`, an administrator of the location.
         */
        get: operations["listRequestDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One request, with its body
         * @description For a token with `journal:read`, an administrator of the location.
         */
        get: operations["getRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders as CSV, all that match the filter
         * @description For a token with `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["exportOrdersAsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tasks as CSV, all that match the filter
         * @description For a token with `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["exportTasksAsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchanges.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exchanges as CSV, all that match the filter
         * @description For a token with `journal:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["exportExchangesAsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Requests for changes as CSV, all that match the filter
         * @description For a token with `journal:read`, an administrator of the location.
         */
        get: operations["exportRequestsAsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Companies as CSV, all that match the filter
         * @description For a token with `companies:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["exportCompaniesAsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders as XLSX, all that match the filter
         * @description For a token with `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["exportOrdersAsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tasks as XLSX, all that match the filter
         * @description For a token with `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["exportTasksAsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchanges.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exchanges as XLSX, all that match the filter
         * @description For a token with `journal:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["exportExchangesAsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Requests for changes as XLSX, all that match the filter
         * @description For a token with `journal:read`, an administrator of the location.
         */
        get: operations["exportRequestsAsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Companies as XLSX, all that match the filter
         * @description For a token with `companies:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["exportCompaniesAsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The state of everything at a glance
         * @description A token gets the parts that it has the right to; a token with none of these rights is refused.
         *
         *     For a token with `orders:read`, a token with `integrations:read`, a token with `journal:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview/integrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Integrations as in the overview
         * @description For a token with `integrations:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["listOverviewIntegrations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounting/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What has not arrived, and how the orders of a period stand, with sums
         * @description For a token with `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getAccountingSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What needs attention now
         * @description Worst first: integrations in trouble or late, and 1C bases that can’t be read (integrations:read), orders held by preflight or by their 1C and open tasks (orders:read), files that could not be read (journal:read), stopped webhooks (webhooks:read). An item disappears when its cause does.
         *
         *     For a token with `orders:read`, a token with `integrations:read`, a token with `journal:read`, a token with `webhooks:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["getAttention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/held-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Held orders by 1C and cause
         * @description For a token with `orders:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["listHeldOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the caller is told of alarms
         * @description For an administrator of the location, an operator of the system, an accountant (their companies).
         */
        get: operations["getMyAlarms"];
        /**
         * Choose channels, causes and quiet hours of alarms
         * @description For an administrator of the location, an operator of the system, an accountant (their companies).
         */
        put: operations["setMyAlarms"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alarms, newest first
         * @description Those of the location are raised for what GET /attention shows; an accountant sees those of their companies’ 1C.
         *
         *     For a token with `integrations:read` and `orders:read` and `journal:read` and `webhooks:read`, an administrator of the location, an operator of the system, an accountant (their companies).
         */
        get: operations["listAlarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms:test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the caller a message by one channel, as its settings are stored
         * @description For an administrator of the location, an operator of the system, an accountant (their companies).
         */
        post: operations["testAlarmChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remind nobody of an alarm for some hours
         * @description For a token with `integrations:read` and `orders:read` and `journal:read` and `webhooks:read` and `integrations:write`, an administrator of the location, an operator of the system.
         */
        post: operations["acknowledgeAlarm"];
        /**
         * Remind of an alarm again
         * @description For a token with `integrations:read` and `orders:read` and `journal:read` and `webhooks:read` and `integrations:write`, an administrator of the location, an operator of the system.
         */
        delete: operations["unacknowledgeAlarm"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People who hold a role
         * @description For an administrator of the location, an operator of the system.
         */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take the role from a person
         * @description Tokens created by the person keep working, except for `revokeTokens`; the answer lists them. The role and those tokens are taken together, or neither is.
         *
         *     For an administrator of the location, an operator of the system.
         */
        delete: operations["revokeRole"];
        options?: never;
        head?: never;
        /**
         * Disable, enable or rename a person, or choose an accountant’s companies
         * @description For an administrator of the location, an operator of the system.
         */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open invitations
         * @description For an administrator of the location, an operator of the system.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite a person; answers with the link
         * @description For an administrator of the location, an operator of the system.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw an invitation
         * @description For an administrator of the location, an operator of the system.
         */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The calling token: its name, rights and location
         * @description For a token with `orders:read`, a token with `orders:write`, a token with `integrations:read`, a token with `integrations:write`, a token with `integrations:credentials`, a token with `companies:read`, a token with `companies:write`, a token with `journal:read`, a token with `events:read`, a token with `webhooks:read`, a token with `webhooks:write`, an administrator of the location.
         */
        get: operations["getToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * API tokens
         * @description For an administrator of the location.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Create a token; its secret is shown once
         * @description For an administrator of the location.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a token
         * @description For an administrator of the location.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health, disk and limits of the system
         * @description For an operator of the system.
         */
        get: operations["getSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the log level, or resume sending after a restore
         * @description For an operator of the system.
         */
        patch: operations["updateSystem"];
        trace?: never;
    };
    "/api/v1/system/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All locations
         * @description Those with most 1C bases in trouble first, then by name.
         *
         *     For an operator of the system.
         */
        get: operations["listLocations"];
        put?: never;
        /**
         * Add a location with its first administrator
         * @description For an operator of the system.
         */
        post: operations["createLocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens in exchanges, as server-sent events
         * @description text/event-stream of LiveEvent. One person or token may hold 30 streams (429), all together 1,000, of one location half of them (503). Who does not read is disconnected. Every 20 seconds comes an event `heartbeat` without data; a stream ends when events may have been lost.
         *
         *     For a token with `journal:read`, an administrator of the location, an accountant (their companies).
         */
        get: operations["watchExchanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders:batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put many orders
         * @description application/x-ndjson with one order per line, at most 10000 lines and 33554432 bytes (413 `batch-too-large`: send several batches). Once it has come as a whole it is answered line by line in the same order; an invalid line does not affect the others. The answer to an accepted order is that of PUT, warnings included.
         *
         *     For a token with `orders:write`, an administrator of the location.
         */
        post: operations["putOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/{id}/uploads:inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a file of 1C says and would change
         * @description Send the file unchanged (XML in any encoding, or zip) as application/octet-stream. Nothing is changed or stored. `obmen 1c inspect` does the same.
         *
         *     For a token with `integrations:read` and `orders:read`, an administrator of the location.
         */
        post: operations["inspectFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "order.exported": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * order.exported
         * @description A 1C confirmed a revision of an order. Signed as Standard Webhooks say.
         */
        post: operations["onOrderExported"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.accounting.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * order.accounting.updated
         * @description What 1C says of an order is not as it was: the item of GET /orders/{id}/accounting. Signed as Standard Webhooks say.
         */
        post: operations["onOrderAccountingUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "reconciliation.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * reconciliation.changed
         * @description An order came to be missing or doubled in 1C, or to differ from it, or is so no more. Signed as Standard Webhooks say.
         */
        post: operations["onReconciliationChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * order.held
         * @description An order does not go to a 1C until it is released. Signed as Standard Webhooks say.
         */
        post: operations["onOrderHeld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.released": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * order.released
         * @description An order that was held goes to its 1C again. Signed as Standard Webhooks say.
         */
        post: operations["onOrderReleased"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.not-matching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * order.not-matching
         * @description A paid order was put that no rule of any integration of its company takes. Signed as Standard Webhooks say.
         */
        post: operations["onOrderNotMatching"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.finding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * order.finding
         * @description What a 1C would newly lose of an order, or refuse it for; not what new settings bring up. Signed as Standard Webhooks say.
         */
        post: operations["onOrderFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * order.refused
         * @description A put was refused; each other refusal of an id once, until the order changes. Signed as Standard Webhooks say.
         */
        post: operations["onOrderRefused"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "task.opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * task.opened
         * @description An accountant has to do something by hand, or has to after all. Signed as Standard Webhooks say.
         */
        post: operations["onTaskOpened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "task.settled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * task.settled
         * @description A task is done, or its cause is gone. Signed as Standard Webhooks say.
         */
        post: operations["onTaskSettled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "document.unknown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * document.unknown
         * @description A document came from 1C that matches no order. Signed as Standard Webhooks say.
         */
        post: operations["onDocumentUnknown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "catalogue.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * catalogue.updated
         * @description An upload of the catalogue of a 1C changed something. Signed as Standard Webhooks say.
         */
        post: operations["onCatalogueUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "integration.state.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration.state.changed
         * @description A 1C works, is silent, is refused, …. Signed as Standard Webhooks say.
         */
        post: operations["onIntegrationStateChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alarm.opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alarm.opened
         * @description Something is wrong that a person should look at. Signed as Standard Webhooks say.
         */
        post: operations["onAlarmOpened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alarm.over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alarm.over
         * @description It is not wrong any more. Signed as Standard Webhooks say.
         */
        post: operations["onAlarmOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    test: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * test
         * @description Somebody tried a webhook. Signed as Standard Webhooks say.
         */
        post: operations["onTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Me: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            email: string;
            name: string;
            locale: string;
            /** @description How lists look */
            preferences: {
                density: string;
                /** @description Of each list of the web app, those not shown */
                hiddenColumns: {
                    [key: string]: string[];
                };
                /** @description Filters of lists that the person saved */
                views: {
                    list: string;
                    name: string;
                    /**
                     * Format: uuid
                     * @description An id assigned by Obmen
                     */
                    locationId: string;
                    /** @description As in the address of the web app */
                    search: string;
                }[];
            };
            /** @description `required`: off, and all but `/me` is refused until it is on */
            secondFactor: string;
            roles: {
                role: string;
                locationId: string | null;
                locationName: string | null;
                /** @description Of an accountant: whose data is seen */
                companyIds: string[] | null;
            }[];
            /** @description Where the person works now: the location of X-Obmen-Location, else the first */
            location: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                name: string;
                timezone: string;
                /** @description As in GET /locations/current */
                statuslabels: {
                    [key: string]: string;
                };
                /** @description What the person is in it */
                role: string;
            } | null;
        };
        Session: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            /** @description The session that asks */
            current: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Exact to a minute
             */
            lastSeenAt: string;
            /** @description Where the person signed in: an IPv4 address, the /64 of an IPv6 one */
            address: string;
            /** @description As the browser sent it */
            userAgent: string;
        };
        SecondFactor: {
            /** @description Null: off */
            activeSince: string | null;
            recoveryCodesLeft: number;
        };
        SecondFactorSecret: {
            /** @description For typing into an authenticator app */
            secret: string;
            /** @description `otpauth://…`, for a QR code */
            uri: string;
        };
        RecoveryCodes: {
            recoveryCodes: string[];
        };
        ListedOrder: {
            id: string;
            /** @description The platform's own */
            number?: string | null;
            /** @description Counted per company; 1C gets it unless its integration says 'platform': `exports` tell the number in each */
            numberIn1c?: string;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            companyId?: string;
            companyName?: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            placedAt?: string;
            status?: string;
            canceled?: boolean;
            currency?: string;
            /** @description A decimal string with two decimals: "1500.00" */
            total?: string;
            customerName?: string;
            gateways?: string[];
            revision?: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt?: string;
            /**
             * Format: date-time
             * @description When its content last changed
             */
            updatedAt?: string;
            exports?: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId: string;
                integrationName: string;
                state: string;
                /** @description The number in this 1C */
                numberIn1c: string;
                /** @description Since when it has been in this state */
                at: string | null;
                reason: string | null;
                /** @description Of an order that does not match: what `reason` is made of */
                mismatch: ({
                    code: string;
                } | {
                    /** @constant */
                    code: "too-early";
                    /** @description A day */
                    from: string;
                } | {
                    /** @constant */
                    code: "rules";
                    /** @description The first rules, ten at most */
                    misses: {
                        /** @description From 0 */
                        rule: number;
                        status?: {
                            expected: string;
                            is: string;
                        };
                        gateway?: {
                            expected: string;
                            /** @description The first gateways of the order, ten at most */
                            has: string[];
                            /** @description How many others it has */
                            more?: number;
                        };
                    }[];
                    /** @description How many other rules there are, none of which is met */
                    more?: number;
                }) | null;
                heldKind: string | null;
                /** @description The code of the finding that it is held for */
                heldCode: string | null;
                /** @description What the reason is about, by name */
                heldParams: {
                    [key: string]: unknown;
                } | null;
            }[];
        };
        StoredOrder: {
            /** @description The platform's id; with PUT it equals the path's, in a batch it is required */
            id: string;
            /** @description The platform's own number, as people see it there */
            number?: string;
            /** Format: uuid */
            companyId: string;
            /**
             * Format: date-time
             * @description Date and time with offset
             * @example 2026-11-17T12:15:07+05:00
             */
            placedAt: string;
            /** @description The platform's own word; canceled or cancelled mean canceled */
            status: string;
            canceled: boolean;
            /** @example RUB */
            currency: string;
            customer: components["schemas"]["OrderCustomer"];
            lines: components["schemas"]["OrderLine"][];
            /** @description False: amounts are net, the total is with VAT added */
            vatIncluded: boolean;
            /**
             * @description Sum of the amounts and the delivery, with VAT; of net ones as 1C calculates it, VAT rounded to the kopeck for each line
             * @example 1500.00
             */
            total: string;
            comment?: string;
            /** @description The name of the contract with this buyer in 1C; of all programs УНФ alone reads it */
            contract?: string;
            place?: {
                id: string;
                name: string;
            };
            delivery?: components["schemas"]["OrderDelivery"];
            payments: components["schemas"]["OrderPayment"][];
            /** @description Become requisites of the document */
            attributes: {
                [key: string]: string;
            };
            /** @description Counted per company; 1C gets it unless its integration says 'platform': `exports` tell the number in each */
            numberIn1c: string;
            revision: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When its content last changed
             */
            updatedAt: string;
            /** @description The integrations that are owed it now */
            owedTo: string[];
            /** @description What each 1C says of it; complete in GET /orders/{id}/accounting */
            accounting: components["schemas"]["AccountingSummary"][];
        };
        OrderCustomer: {
            /** @constant */
            kind: "person";
            id: string;
            /** @description 10 digits for an organization, 12 for a person and an entrepreneur */
            inn?: string;
            email?: string;
            phone?: string;
            address?: string;
            /** @description With lastName, unless name is given */
            firstName?: string;
            lastName?: string;
            middleName?: string;
            /** @description The whole name in one string, instead of the three: «Иванов Иван Иванович», «Иван Иванов», «Иванов И. И.». It is kept in its parts */
            name?: string;
        } | {
            /** @constant */
            kind: "organization";
            id: string;
            /** @description 10 digits for an organization, 12 for a person and an entrepreneur */
            inn?: string;
            email?: string;
            phone?: string;
            address?: string;
            name: string;
            fullName?: string;
            kpp?: string;
        } | {
            /** @constant */
            kind: "entrepreneur";
            id: string;
            /** @description 10 digits for an organization, 12 for a person and an entrepreneur */
            inn?: string;
            email?: string;
            phone?: string;
            address?: string;
            name: string;
            fullName?: string;
            kpp?: string;
        };
        OrderLine: {
            /** @description The platform's own lasting id of the item or service, the same in every order and never of another one: 1C:Бухгалтерия binds it to an item of its catalogue for good. Not a row number, not a new id for each order */
            id: string;
            /** @description Of the item: 1C looks it up by the article if it does not know the id. A barcode no 1C reads */
            article?: string;
            name: string;
            kind: string;
            /**
             * @description A decimal string above zero, at most four decimals
             * @example 2
             */
            quantity: string;
            /** @description ОКЕИ code, 796 (piece) by default; 0796 is the same */
            unit?: string;
            /**
             * @description Price of one, before discount
             * @example 1500.00
             */
            price: string;
            /**
             * @description Discount of the whole line
             * @example 1500.00
             */
            discount?: string;
            /**
             * @description quantity × price − discount, to half a kopeck
             * @example 1500.00
             */
            amount: string;
            /** @description VAT rate in per cent; "20/120" is a settlement rate */
            vat: string;
        };
        OrderDelivery: {
            name: string;
            /**
             * @description A decimal string, at most two decimals: "1500.00"
             * @example 1500.00
             */
            amount: string;
            /** @description VAT rate in per cent; "20/120" is a settlement rate */
            vat: string;
            address?: string;
            recipient?: string;
            trackNumber?: string;
        };
        OrderPayment: {
            id: string;
            gateway: string;
            status: string;
            /**
             * @description A decimal string, at most two decimals: "1500.00"
             * @example 1500.00
             */
            amount: string;
            /**
             * Format: date-time
             * @description Required of a payment whose status is paid
             * @example 2026-11-17T12:15:07+05:00
             */
            paidAt?: string;
            /** @description Parts given back, of a payment that is paid or refunded; the status refunded means the whole */
            refunds?: components["schemas"]["OrderRefund"][];
        };
        OrderRefund: {
            id: string;
            /**
             * @description A decimal string, at most two decimals: "1500.00"
             * @example 1500.00
             */
            amount: string;
            /**
             * Format: date-time
             * @description Date and time with offset
             * @example 2026-11-17T12:15:07+05:00
             */
            refundedAt: string;
        };
        AccountingSummary: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            integrationId: string;
            integrationName: string;
            /** @description conflict: the platform changed the order meanwhile, which is still owed; former: integration removed */
            state: string;
            /** @description GUID of the document in 1C */
            documentId: string | null;
            documentNumber: string | null;
            /** @description By the clock of 1C, without offset */
            documentDate: string | null;
            posted: boolean;
            deleted: boolean;
            canceled: boolean;
            status: string | null;
            statusId: string | null;
            total: string | null;
            paid: {
                number: string | null;
                date: string | null;
            } | null;
            shipped: {
                number: string | null;
                date: string | null;
            } | null;
            payments: {
                number: string | null;
                date: string | null;
                amount: string | null;
                method: string | null;
            }[];
            shipments: {
                number: string | null;
                date: string | null;
                lines: {
                    id: string | null;
                    name: string;
                    quantity: string | null;
                    price: string | null;
                    amount: string | null;
                }[];
            }[];
            delivery: {
                trackNumber: string | null;
                method: string | null;
                address: string | null;
                recipient: string | null;
                phone: string | null;
                email: string | null;
                pickupPoint: string | null;
                amount: string | null;
                comment: string | null;
            } | null;
            comment: string | null;
            customer: {
                id: string | null;
                name: string;
                inn: string | null;
                kpp: string | null;
            } | null;
            linesDiffer: boolean;
            /** @description What 1C said once and does not say any more */
            withdrawn: {
                what: string;
                before: unknown;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                toldAt: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                withdrawnAt: string;
            }[];
            /** @description The revision that the lines are compared with */
            basisRevision: number | null;
            /** @description The newer revision that this 1C is owed */
            owedRevision: number | null;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            receivedAt: string;
            /** @description The file that told it last; null: no file did, 1C was read */
            uploadId: number | null;
            /** @description What told it last: a file of 1C, or reading it */
            source: string;
            /** @description Of fields that `source` did not tell last, by name */
            sources: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description When that was last so
             */
            seenAt: string;
            /** @description By the movements of its books, whatever its status; null: not read */
            money: {
                /** @description A decimal string with two decimals: "1500.00" */
                paid: string;
                /** @description A decimal string with two decimals: "1500.00" */
                refunded: string;
            } | null;
            /** @description Read from 1C */
            documents: {
                type: string;
                /** @description Of the document in 1C: ОплатаПлатежнойКартой */
                kind: string;
                number: string | null;
                date: string | null;
                total: string | null;
                posted: boolean;
            }[];
        };
        OrderExport: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            integrationId: string;
            integrationName: string;
            state: string;
            pendingRevision: number;
            confirmedRevision: number;
            /** @description The number in this 1C */
            numberIn1c: string | null;
            owedSince: string | null;
            offeredAt: string | null;
            confirmedAt: string | null;
            /** @description Whether 1C has loaded what it was sent and did not confirm; null: it was confirmed, or 1C was not read since */
            loaded: boolean | null;
            /** @description How it compares with what this 1C has, by its readings; null: not read yet */
            reconciliation: string | null;
            /** @description Why the order is not exported, Russian */
            reason: string | null;
            /** @description Of an order that does not match: what `reason` is made of */
            mismatch: ({
                code: string;
            } | {
                /** @constant */
                code: "too-early";
                /** @description A day */
                from: string;
            } | {
                /** @constant */
                code: "rules";
                /** @description The first rules, ten at most */
                misses: {
                    /** @description From 0 */
                    rule: number;
                    status?: {
                        expected: string;
                        is: string;
                    };
                    gateway?: {
                        expected: string;
                        /** @description The first gateways of the order, ten at most */
                        has: string[];
                        /** @description How many others it has */
                        more?: number;
                    };
                }[];
                /** @description How many other rules there are, none of which is met */
                more?: number;
            }) | null;
            /** @description The code of the finding that it is held for */
            heldCode: string | null;
            /** @description What the reason is about, by name */
            heldParams: {
                [key: string]: unknown;
            } | null;
            /** @description person; finding: of preflight; quarantine: its 1C refused it */
            heldKind: string | null;
            heldSince: string | null;
            /** @description Russian */
            heldReason: string | null;
            /** @description Name of the person or token; null: Obmen itself */
            heldBy: string | null;
            /** @description From when on Obmen tries one again that its 1C refused */
            retryAt: string | null;
        };
        SavedOrder: {
            id: string;
            /** @description Counted per company; 1C gets it unless its integration says 'platform': `exports` tell the number in each */
            numberIn1c: string;
            revision: number;
            changed: boolean;
            owedTo: string[];
            /** @description What the sender should look at although the order was accepted; more codes may be added */
            warnings: components["schemas"]["OrderWarning"][];
            /** @description A person's name that came in one string, as it was split */
            customer?: {
                lastName: string;
                firstName: string;
                middleName?: string;
            };
        };
        OrderWarning: {
            code: string;
            /** @description JSON pointer into the order, /lines/0/id */
            path: string;
            /** @description What will happen in 1C and what to do, in the language of Accept-Language */
            message: string;
            /** @description blocks: 1C would refuse the package or make a wrong document; loses: something does not arrive; note */
            severity?: string;
            /**
             * Format: uuid
             * @description Of what holds for one 1C alone
             */
            integrationId?: string;
            /** @description What the sentence is made of */
            params?: {
                [key: string]: string | number;
            };
        };
        Finding: {
            /** @description docs/preflight.md lists them */
            code: string;
            /** @description blocks: 1C would refuse the package or make a wrong document; loses: something does not arrive; note */
            severity: string;
            /** @description JSON pointer into the order */
            path: string;
            /** @description What the sentence is made of */
            params: {
                [key: string]: string | number;
            };
            /** @description The 1C has the order as it is now: it is told as done */
            done: boolean;
            /** @description What happens in that 1C, why, and what to do, Russian */
            message: string;
        };
        AccountingItem: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            integrationId: string;
            integrationName: string;
            /** @description conflict: the platform changed the order meanwhile, which is still owed; former: integration removed */
            state: string;
            /** @description GUID of the document in 1C */
            documentId: string | null;
            documentNumber: string | null;
            /** @description By the clock of 1C, without offset */
            documentDate: string | null;
            posted: boolean;
            deleted: boolean;
            canceled: boolean;
            status: string | null;
            statusId: string | null;
            total: string | null;
            paid: {
                number: string | null;
                date: string | null;
            } | null;
            shipped: {
                number: string | null;
                date: string | null;
            } | null;
            payments: {
                number: string | null;
                date: string | null;
                amount: string | null;
                method: string | null;
            }[];
            shipments: {
                number: string | null;
                date: string | null;
                lines: {
                    id: string | null;
                    name: string;
                    quantity: string | null;
                    price: string | null;
                    amount: string | null;
                }[];
            }[];
            delivery: {
                trackNumber: string | null;
                method: string | null;
                address: string | null;
                recipient: string | null;
                phone: string | null;
                email: string | null;
                pickupPoint: string | null;
                amount: string | null;
                comment: string | null;
            } | null;
            comment: string | null;
            customer: {
                id: string | null;
                name: string;
                inn: string | null;
                kpp: string | null;
            } | null;
            linesDiffer: boolean;
            lineChanges: components["schemas"]["LineChange"][];
            requisites: {
                [key: string]: string;
            };
            /** @description What 1C said once and does not say any more */
            withdrawn: {
                what: string;
                before: unknown;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                toldAt: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                withdrawnAt: string;
            }[];
            /** @description The revision that the lines are compared with */
            basisRevision: number | null;
            /** @description The newer revision that this 1C is owed */
            owedRevision: number | null;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            receivedAt: string;
            /** @description The file that told it last; null: no file did, 1C was read */
            uploadId: number | null;
            /** @description What told it last: a file of 1C, or reading it */
            source: string;
            /** @description Of fields that `source` did not tell last, by name */
            sources: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description When that was last so
             */
            seenAt: string;
            /** @description By the movements of its books, whatever its status; null: not read */
            money: {
                /** @description A decimal string with two decimals: "1500.00" */
                paid: string;
                /** @description A decimal string with two decimals: "1500.00" */
                refunded: string;
            } | null;
            /** @description Read from 1C */
            documents: {
                type: string;
                /** @description Of the document in 1C: ОплатаПлатежнойКартой */
                kind: string;
                number: string | null;
                date: string | null;
                total: string | null;
                posted: boolean;
            }[];
        };
        LineChange: {
            kind: string;
            /** @description The platform's id of the line; null of one that 1C added, and of the delivery */
            lineId: string | null;
            name: string;
            before: {
                quantity: string | null;
                price: string | null;
                amount: string | null;
            } | null;
            after: {
                quantity: string | null;
                price: string | null;
                amount: string | null;
            } | null;
        };
        UnknownDocument: {
            id: number;
            /** @description The number under which 1C believes to know an order */
            numberIn1c: string | null;
            documentId: string | null;
            documentNumber: string | null;
            documentDate: string | null;
            total: string | null;
            customer: string | null;
            reasonCode: string;
            /** @description Russian, with what to do */
            reason: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            firstSeenAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            lastSeenAt: string;
            uploadId: number;
        };
        BulkAction: {
            id: number;
            action: string;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            integrationId: string;
            integrationName: string;
            reason: string | null;
            state: string;
            /** @description Null while the orders are being collected */
            total: number | null;
            /** @description Orders that it changed something for */
            done: number;
            /** @description Orders that were so already, or that this 1C has no part in */
            skipped: number;
            by: string | null;
            undoOf: number | null;
            /** @description POST …/undo releases what it held */
            undoable: boolean;
            /** @description An order of it still waits for 1C, or is held, because of it */
            pending: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
            finishedAt: string | null;
        };
        Integration: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            /** @constant */
            class: "CommerceML";
            name: string;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            companyId: string;
            companyName: string;
            /** @description Null for an accountant */
            settings: {
                [key: string]: unknown;
            } | null;
            /** @description What was corrected in the settings, or should be checked; Russian */
            notes: string[];
            enabled: boolean;
            /** @description Since when it waits for `nextNumber`, its database having been restored from a backup */
            restoredAt: string | null;
            /** @description For trying out: a 1C may be played against it */
            sandbox: boolean;
            /** @description Also the ETag; If-Match guards against overwriting another administrator */
            version: number;
            exchangeUrl: string;
            /** @description False: PUBLIC_URL is not set, and 1C on another machine will not find the address */
            exchangeUrlSet: boolean;
            /** @description Null for an accountant */
            login: string | null;
            /** @description What the rules do, as a Russian sentence */
            rules: string;
            /** @description By the last outcomes. waiting: has yet to sign in (for the first time, or with a new password); exchanging; refused: can’t sign in; unconfirmed: takes orders and does not confirm them; silent: does not call any more; paused */
            state: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            stateSince: string;
            /** @description The state as a sentence, Russian */
            stateReason: string;
            /** @description The same as a code with parameters */
            stateCause: components["schemas"]["StateCause"];
            firstSeenAt: string | null;
            lastSeenAt: string | null;
            /** @description What 1C calls itself: User-Agent */
            client: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            passwordChangedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            updatedAt: string;
            counts: {
                /** @description 10,001: more than 10,000 */
                owed: number;
                /** @description 10,001: more than 10,000 */
                offered: number;
                /** @description 10,001: more than 10,000 */
                held: number;
                /** @description All of them */
                confirmed: number;
            };
            /** @description Since when the oldest owed order has been waiting */
            owedSince: string | null;
            /** @description What its exchanges showed of the program on the other side; null in lists */
            recognition: {
                /** @description The one program that everything shown fits */
                client: string | null;
                /** @description All that it fits; none: it is no 1C, or contradicts itself */
                possible: string[];
                /** @description What orders are written for; auto: in the form that every program reads */
                applied: string;
                /** @description For a person to answer with POST …/client; nothing is changed until then */
                question: {
                    why: string;
                    clients: string[];
                } | null;
                facts: {
                    code: string;
                    /** @description Russian */
                    message: string;
                }[];
                checks: {
                    code: string;
                    tone: string;
                    orders: number | null;
                    date: string | null;
                    agent: string | null;
                    bp: boolean;
                    /** @description Russian */
                    message: string;
                }[];
            } | null;
            /** @description A value of the setting payments that suits this 1C better: it announces nothing, and some of its orders were paid several times. Only for a single integration, null in lists */
            proposedPayments: "documents" | null;
            /** @description After a restore: a next number above those that may have been given since; null in lists */
            proposedNumber: number | null;
            /** @description While `counts` do not reflect new rules yet, in a company with many orders; orders that the rules exclude are not sent meanwhile */
            recalculating: {
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                since: string;
                /** @description From 0 to 1 */
                progress: number;
            } | null;
        };
        StateCause: {
            code: string;
            /** @description loading, not-confirmed, cut: orders of the last answer; searching, takes-none: among how many orders */
            orders: number | null;
            /** @description wrong-login: what 1C tried to sign in with */
            login: string | null;
            /** @description failed: what 1C was answered, Russian */
            failure: string | null;
        };
        IntegrationWithPassword: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            /** @constant */
            class: "CommerceML";
            name: string;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            companyId: string;
            companyName: string;
            settings: {
                [key: string]: unknown;
            };
            /** @description What was corrected in the settings, or should be checked; Russian */
            notes: string[];
            enabled: boolean;
            /** @description Since when it waits for `nextNumber`, its database having been restored from a backup */
            restoredAt: string | null;
            /** @description For trying out: a 1C may be played against it */
            sandbox: boolean;
            /** @description Also the ETag; If-Match guards against overwriting another administrator */
            version: number;
            exchangeUrl: string;
            /** @description False: PUBLIC_URL is not set, and 1C on another machine will not find the address */
            exchangeUrlSet: boolean;
            login: string;
            /** @description What the rules do, as a Russian sentence */
            rules: string;
            /** @description By the last outcomes. waiting: has yet to sign in (for the first time, or with a new password); exchanging; refused: can’t sign in; unconfirmed: takes orders and does not confirm them; silent: does not call any more; paused */
            state: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            stateSince: string;
            /** @description The state as a sentence, Russian */
            stateReason: string;
            /** @description The same as a code with parameters */
            stateCause: components["schemas"]["StateCause"];
            firstSeenAt: string | null;
            lastSeenAt: string | null;
            /** @description What 1C calls itself: User-Agent */
            client: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            passwordChangedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            updatedAt: string;
            counts: {
                /** @description 10,001: more than 10,000 */
                owed: number;
                /** @description 10,001: more than 10,000 */
                offered: number;
                /** @description 10,001: more than 10,000 */
                held: number;
                /** @description All of them */
                confirmed: number;
            };
            /** @description Since when the oldest owed order has been waiting */
            owedSince: string | null;
            /** @description What its exchanges showed of the program on the other side; null in lists */
            recognition: {
                /** @description The one program that everything shown fits */
                client: string | null;
                /** @description All that it fits; none: it is no 1C, or contradicts itself */
                possible: string[];
                /** @description What orders are written for; auto: in the form that every program reads */
                applied: string;
                /** @description For a person to answer with POST …/client; nothing is changed until then */
                question: {
                    why: string;
                    clients: string[];
                } | null;
                facts: {
                    code: string;
                    /** @description Russian */
                    message: string;
                }[];
                checks: {
                    code: string;
                    tone: string;
                    orders: number | null;
                    date: string | null;
                    agent: string | null;
                    bp: boolean;
                    /** @description Russian */
                    message: string;
                }[];
            } | null;
            /** @description A value of the setting payments that suits this 1C better: it announces nothing, and some of its orders were paid several times. Only for a single integration, null in lists */
            proposedPayments: "documents" | null;
            /** @description After a restore: a next number above those that may have been given since; null in lists */
            proposedNumber: number | null;
            /** @description While `counts` do not reflect new rules yet, in a company with many orders; orders that the rules exclude are not sent meanwhile */
            recalculating: {
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                since: string;
                /** @description From 0 to 1 */
                progress: number;
            } | null;
            password: string;
        };
        SettingsWarning: {
            code: string;
            /** @description Payments */
            count: number;
            /** @description False: only the newest payments were checked, there may be more */
            complete: boolean;
            /** @description Russian */
            message: string;
        };
        CatalogueItem: {
            /** @description GUID, or GUID#GUID with a characteristic */
            itemId: string;
            name: string;
            fullName: string | null;
            article: string | null;
            barcode: string | null;
            unit: {
                code: string | null;
                name: string | null;
            } | null;
            /** @description As orders have it: "20", "10/110", "none"; another rate as 1C wrote it */
            vat: string | null;
            kind: string | null;
            /** @description deleted: marked for deletion in 1C; gone: a whole catalogue no longer mentions it */
            state: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            stateSince: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            changedAt: string;
            groupIds: string[];
            characteristics: {
                name: string;
                value: string;
            }[];
            prices: {
                priceTypeId: string;
                priceType: string | null;
                price: string;
                currency: string | null;
                unit: string | null;
            }[];
            /** @description Of all warehouses */
            quantity: string | null;
            stock: {
                warehouseId: string;
                warehouse: string | null;
                quantity: string;
            }[];
            /** @description Lines of orders that are linked to it, 20 at most */
            lineIds: string[];
        };
        CatalogueGroup: {
            groupId: string;
            parentId: string | null;
            name: string;
            /** @description deleted: marked for deletion in 1C; gone: a whole catalogue no longer mentions it */
            state: string;
            items: number;
        };
        CataloguePriceType: {
            priceTypeId: string;
            name: string;
            currency: string | null;
            vatIncluded: boolean | null;
            /** @description deleted: marked for deletion in 1C; gone: a whole catalogue no longer mentions it */
            state: string;
        };
        CatalogueLink: {
            lineId: string;
            /** @description As it stands in the latest order; null when no recent order has the line */
            name: string | null;
            unit: string | null;
            vat: string | null;
            /** @description In how many of the 5,000 latest orders of the integration */
            uses: number;
            /** @description broken: the item is gone, or marked for deletion */
            state: string;
            item: {
                itemId: string;
                name: string;
                article: string | null;
                unit: {
                    code: string | null;
                    name: string | null;
                } | null;
                vat: string | null;
                /** @description deleted: marked for deletion in 1C; gone: a whole catalogue no longer mentions it */
                state: string;
            } | null;
            since: string | null;
            /** @description What the item has otherwise */
            differs: string[];
        };
        IntegrationChange: {
            id: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            at: string;
            kind: string;
            /** @description A person, or the token of a program */
            by: {
                kind: string;
                name: string;
            } | null;
            /** @description Only what changed; null when there was nothing before, and when the password changed */
            before: {
                name?: string;
                enabled?: boolean;
                settings?: {
                    [key: string]: unknown;
                };
                /** @description What exchanges showed the program to be; alone and with `by` null: recognized by itself */
                recognizedClient?: string | null;
                /** @description How it is read over OData; null: it is not */
                reading?: {
                    url: string;
                    login: string;
                    everyMinutes: number;
                    enabled: boolean;
                    organization: string | null;
                    /** @description Another password was stored */
                    newPassword: boolean;
                } | null;
            } | null;
            /** @description Only what changed; null when there was nothing before, and when the password changed */
            after: {
                name?: string;
                enabled?: boolean;
                settings?: {
                    [key: string]: unknown;
                };
                /** @description What exchanges showed the program to be; alone and with `by` null: recognized by itself */
                recognizedClient?: string | null;
                /** @description How it is read over OData; null: it is not */
                reading?: {
                    url: string;
                    login: string;
                    everyMinutes: number;
                    enabled: boolean;
                    organization: string | null;
                    /** @description Another password was stored */
                    newPassword: boolean;
                } | null;
            } | null;
        };
        Reading: {
            /** @description Null for accountants */
            url: string | null;
            /** @description Null for accountants */
            login: string | null;
            passwordSet: boolean;
            everyMinutes: number;
            enabled: boolean;
            /** @description GUID, ИНН or name, as chosen */
            organization: string | null;
            /** @description off: not enabled; waiting: for its time; running; failed: the last one */
            state: string;
            running: {
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                startedAt: string;
                /** @description Read so far */
                documents: number;
                percent: number;
                phase: string;
                /** @description What it reads now, Russian */
                doing: string;
            } | null;
            /** @description The last complete one */
            lastReading: {
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                startedAt: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                finishedAt: string;
                durationMs: number;
                /** @description Read, of all orders and of others */
                documents: number;
                calls: number;
                /** @description False: documents of the last 45 days alone */
                whole: boolean;
                /** @description Rights hide a part of the documents: nothing is called missing */
                partial: boolean;
                organizationName: string | null;
                unpublished: {
                    /** @description Of the object in 1C: `Регистр сведений «Статусы документов»` */
                    name: string;
                    /** @description What is not known without it, Russian */
                    brings: string;
                }[];
                /** @description Longer than is read: of the rest, what was known stays */
                cutOff: {
                    /** @description Of the object in 1C: `Регистр сведений «Статусы документов»` */
                    name: string;
                    /** @description What is not known without it, Russian */
                    brings: string;
                }[];
            } | null;
            nextAt: string | null;
            /** @description Of the last one; null: it did not fail */
            failure: {
                code: string;
                /** @description Why, and what to do, Russian */
                message: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                at: string;
                /** @description How many in turn */
                count: number;
            } | null;
            /** @description What became of packages whose confirmation got lost */
            unconfirmed: {
                /** @description Sent to the end and not confirmed */
                orders: number;
                /** @description Of those: 1C has them all the same */
                loaded: number;
            };
        };
        ReadingCheck: {
            /** @description In their order; after one that everything depends on and that failed, there are no more */
            steps: {
                code: string;
                ok: boolean;
                /** @description What was found and what to do, Russian */
                message: string;
                /** @description With which a reading would fail */
                failure: string | null;
                /** @description Not published, or not to be read by this user */
                objects: {
                    /** @description Of the object in 1C: `Регистр сведений «Статусы документов»` */
                    name: string;
                    /** @description What is not known without it, Russian */
                    brings: string;
                }[];
            }[];
            /** @description Those in the base, to choose from */
            organizations: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                name: string;
                inn: string | null;
            }[];
        };
        ReconciliationItem: {
            orderId: string;
            /** @description The platform's own */
            number: string | null;
            numberIn1c: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            placedAt: string;
            customerName: string;
            status: string;
            /** @description A decimal string with two decimals: "1500.00" */
            total: string;
            /** @description Paid and not returned, of payments that this 1C was told */
            paid: string;
            currency: string;
            state: string;
            differences: {
                what: string;
                platform: string | null;
                in1c: string | null;
            }[];
            /** @description What 1C has for it; two are doubled */
            documents: components["schemas"]["DocumentIn1c"][];
            /** @description What it means and what to do, Russian */
            message: string;
            /**
             * Format: date-time
             * @description Since when it is so
             */
            since: string;
            /** @description When 1C was last read for it */
            seenAt: string | null;
        };
        DocumentIn1c: {
            number: string | null;
            /** @description By the clock of 1C, without offset */
            date: string | null;
            total: string | null;
            /** @description By the movements of its books */
            paid: string | null;
            /** @description As people see it in 1C; may disagree with what is paid */
            status: string | null;
            posted: boolean;
            deleted: boolean;
        };
        ReconciliationTotals: {
            orders: number;
            states: {
                agrees: number;
                missing: number;
                doubled: number;
                differs: number;
                "not-loaded": number;
                unknown: number;
            };
            /** @description False: the sums are of the newest 100,000 orders alone */
            exact: boolean;
            /** @description Null: the orders are of several, and their sums say nothing */
            currency: string | null;
            platform: {
                /** @description A decimal string with two decimals: "1500.00" */
                total: string;
                /** @description A decimal string with two decimals: "1500.00" */
                paid: string;
            };
            in1c: {
                /** @description A decimal string with two decimals: "1500.00" */
                total: string;
                /** @description A decimal string with two decimals: "1500.00" */
                paid: string;
            };
        };
        ListedFinding: {
            /** @description docs/preflight.md lists them */
            code: string;
            /** @description blocks: 1C would refuse the package or make a wrong document; loses: something does not arrive; note */
            severity: string;
            /** @description JSON pointer into the order */
            path: string;
            /** @description What the sentence is made of */
            params: {
                [key: string]: string | number;
            };
            /** @description The 1C has the order as it is now: it is told as done */
            done: boolean;
            /** @description What happens in that 1C, why, and what to do, Russian */
            message: string;
            orderId: string;
            /** @description The platform's own */
            number: string | null;
            /** @description Of the order in this 1C */
            numberIn1c: string;
            /**
             * Format: date-time
             * @description Since when it is so
             */
            since: string;
        };
        Task: {
            id: number;
            state: string;
            code: string;
            /** @description What the sentence is made of */
            params: {
                [key: string]: string | number;
            };
            /** @description What to do in 1C, Russian */
            message: string;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            companyId: string;
            companyName: string;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            integrationId: string;
            integrationName: string;
            orderId: string;
            /** @description The platform's own */
            number: string | null;
            /** @description Of the order in that 1C */
            numberIn1c: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
            doneAt: string | null;
            /** @description Null of a done one: it settled itself */
            doneBy: string | null;
            /** @description The document in 1C by which it settled itself */
            settledBy: {
                kind: string;
                number: string | null;
                date: string | null;
            } | null;
        };
        Company: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            name: string;
            /** @description ИНН: 10 digits of an organization, 12 of an entrepreneur */
            inn: string;
            kpp: string | null;
            /** @description From which day on it sells at which VAT: in general (22), at 5 or 7 % (УСН), without it */
            regimes: {
                /** Format: date */
                from: string;
                vat: string;
            }[];
            archived: boolean;
            integrationCount: number;
            orderCount: number;
            /** @description What should be checked, Russian */
            notes: string[];
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
            /** @description Also the ETag; If-Match guards against overwriting another administrator */
            version: number;
        };
        Location: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            name: string;
            timezone: string;
            /** @description What people read instead of the platform’s statuses: {"purchased": "Оплачен"} */
            statuslabels: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
            /** @description Also the ETag; If-Match guards against overwriting another administrator */
            version: number;
            /** @description Public address of Obmen: 1C calls it + /1c, programs + /api/v1 */
            publicUrl: string;
        };
        Place: {
            id: string;
            name: string;
            orderCount: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            lastOrderAt: string;
        };
        Event: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            type: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
            integrationId: string | null;
            orderId: string | null;
            /** @description By type, see docs/events.md */
            data: {
                [key: string]: unknown;
            };
        };
        Webhook: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            url: string;
            /** @description ["*"]: every type, those of later versions too */
            types: string[] | "*"[];
            companyId: string | null;
            description: string;
            state: string;
            stateReason: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            stateSince: string;
            /** @description Tries that failed since one arrived */
            failures: number;
            failingSince: string | null;
            /** @description When something last arrived */
            deliveredAt: string | null;
            /** @description Until when the secret before signs, too; those before it end earlier */
            oldSecretUntil: string | null;
            /** @description Attempts that are still to be made, counted up to 10000 */
            pending: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
        };
        WebhookWithSecret: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            url: string;
            /** @description ["*"]: every type, those of later versions too */
            types: string[] | "*"[];
            companyId: string | null;
            description: string;
            state: string;
            stateReason: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            stateSince: string;
            /** @description Tries that failed since one arrived */
            failures: number;
            failingSince: string | null;
            /** @description When something last arrived */
            deliveredAt: string | null;
            /** @description Until when the secret before signs, too; those before it end earlier */
            oldSecretUntil: string | null;
            /** @description Attempts that are still to be made, counted up to 10000 */
            pending: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
            /** @description whsec_…, shown this once */
            secret: string;
        };
        WebhookAttempt: {
            id: number;
            /** @description Null once the event is forgotten */
            eventId: string | null;
            type: string;
            orderId: string | null;
            integrationId: string | null;
            /** @description Counts the tries of the event, from 1 */
            number: number;
            state: string;
            /**
             * Format: date-time
             * @description When it is to be made, unless an earlier event holds it back
             */
            dueAt: string;
            triedAt: string | null;
            durationMs: number | null;
            /** @description The HTTP status that was answered */
            status: number | null;
            failure: string | null;
        };
        WebhookAttemptDetail: {
            id: number;
            /** @description Null once the event is forgotten */
            eventId: string | null;
            type: string;
            orderId: string | null;
            integrationId: string | null;
            /** @description Counts the tries of the event, from 1 */
            number: number;
            state: string;
            /**
             * Format: date-time
             * @description When it is to be made, unless an earlier event holds it back
             */
            dueAt: string;
            triedAt: string | null;
            durationMs: number | null;
            /** @description The HTTP status that was answered */
            status: number | null;
            failure: string | null;
            request: {
                headers: {
                    [key: string]: string;
                } | null;
                body: string | null;
            };
            /** @description The body up to 4000 characters */
            answer: {
                headers: {
                    [key: string]: string;
                } | null;
                body: string | null;
            };
        };
        Exchange: {
            id: number;
            /** @description Null when the integration has been removed */
            integrationId: string | null;
            /** @description Known for a removed one, too */
            integrationName: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            lastCallAt: string;
            durationMs: number;
            /** @description User-Agent */
            client: string;
            address: string;
            steps: {
                type: string | null;
                mode: string | null;
                outcome: string;
            }[];
            ordersOffered: number;
            ordersConfirmed: number;
            outcome: string;
            /** @description How it ended and what it means, Russian */
            summary: string;
            /** @description With outcome and counts, what `summary` is made of */
            ending: {
                /** @description What 1C was told last, Russian */
                failure: string | null;
                /** @description It asked for orders */
                queried: boolean;
                /** @description It sent files: orders or its catalogue */
                uploaded: boolean;
                /** @description Its 1C confirms although an order failed to load */
                confirmsFailures: boolean;
            };
            /** @description Why it was given what it was given, where that is not all that was owed; Russian */
            note: string | null;
            /** @description The sentences of `note`, each with its code */
            notes: {
                /** @description Russian */
                message: string;
                /** @description What it says, of a closed list: docs/errors.md */
                code?: string;
                /** @description What the sentence is about, by name */
                params?: {
                    [key: string]: unknown;
                };
            }[];
            /** @description With `collapse=true`: the exchange is the latest of several in a row that carried nothing */
            run?: {
                /** @description This one and those before it */
                count: number;
                /**
                 * Format: date-time
                 * @description When the first of them began
                 */
                since: string;
                /** @description Lists them one by one: without `collapse`, with `limit` = `count` */
                cursor: string;
            };
        };
        ExchangeDetail: {
            id: number;
            /** @description Null when the integration has been removed */
            integrationId: string | null;
            /** @description Known for a removed one, too */
            integrationName: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            lastCallAt: string;
            durationMs: number;
            /** @description User-Agent */
            client: string;
            address: string;
            steps: {
                type: string | null;
                mode: string | null;
                outcome: string;
            }[];
            ordersOffered: number;
            ordersConfirmed: number;
            outcome: string;
            /** @description How it ended and what it means, Russian */
            summary: string;
            /** @description With outcome and counts, what `summary` is made of */
            ending: {
                /** @description What 1C was told last, Russian */
                failure: string | null;
                /** @description It asked for orders */
                queried: boolean;
                /** @description It sent files: orders or its catalogue */
                uploaded: boolean;
                /** @description Its 1C confirms although an order failed to load */
                confirmsFailures: boolean;
            };
            /** @description Why it was given what it was given, where that is not all that was owed; Russian */
            note: string | null;
            /** @description The sentences of `note`, each with its code */
            notes: {
                /** @description Russian */
                message: string;
                /** @description What it says, of a closed list: docs/errors.md */
                code?: string;
                /** @description What the sentence is about, by name */
                params?: {
                    [key: string]: unknown;
                };
            }[];
            /** @description With `collapse=true`: the exchange is the latest of several in a row that carried nothing */
            run?: {
                /** @description This one and those before it */
                count: number;
                /**
                 * Format: date-time
                 * @description When the first of them began
                 */
                since: string;
                /** @description Lists them one by one: without `collapse`, with `limit` = `count` */
                cursor: string;
            };
            entries: components["schemas"]["ExchangeEntry"][];
        };
        ExchangeEntry: {
            id: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            at: string;
            durationMs: number;
            method: string;
            /** @description Secrets masked */
            url: string;
            type: string | null;
            mode: string | null;
            /** @description Null for an accountant */
            login: string | null;
            status: number | null;
            outcome: string;
            orderCount: number | null;
            batchId: number | null;
            /** @description Later similar refused calls, which are only counted */
            repeats: number;
            requestHeaders: {
                [key: string]: string;
            };
            responseHeaders: {
                [key: string]: string;
            } | null;
            requestSize: number;
            requestKept: number;
            responseSize: number;
            /** @description Bytes of the answer that can still be read */
            responseKept: number;
            /** @description A short answer, whole; longer ones by …/body */
            responseText: string | null;
        };
        ExchangeOrder: {
            id: string;
            /** @description The number that this 1C got */
            numberIn1c: string;
            /** @description The one that was sent; customer and money are as they were in it */
            revision: number;
            customerName: string;
            /** @description A decimal string with two decimals: "1500.00" */
            total: string;
            currency: string;
            outcome: string;
            batchId: number;
            /** @description What does not reach that 1C of the order as it is now */
            findings: components["schemas"]["Finding"][];
        };
        Upload: {
            id: number;
            type: string;
            name: string;
            /** @description complete: is to be read */
            state: string;
            size: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            receivedAt: string;
            /** @description Of a catalogue, items and offers */
            documents: number;
            /** @description Documents that changed something */
            changed: number;
            /** @description Why it can not be read, Russian */
            failure: string | null;
            /** @description The same as a code: docs/errors.md. Null: stored before there were codes */
            failureReason: {
                code: string;
                /** @description What the sentence is about, by name */
                params?: {
                    [key: string]: unknown;
                };
            } | null;
            /** @description What a file of a catalogue did to it */
            catalogue: {
                /** @description It has all items; false: a part, as changes are, or prices alone */
                whole: boolean;
                added: number;
                changed: number;
            } | null;
            files: {
                number: number;
                name: string;
                kind: string;
                failure: string | null;
                /** @description The same as a code: docs/errors.md. Null: stored before there were codes */
                failureReason: {
                    code: string;
                    /** @description What the sentence is about, by name */
                    params?: {
                        [key: string]: unknown;
                    };
                } | null;
            }[];
        };
        UploadedDocument: {
            file: number;
            position: number;
            orderId: string | null;
            /** @description Номер, as the file says it; of a payment, shipment or return, its Основание */
            orderNumber: string | null;
            outcome: string | null;
            /** @description What it changed */
            parts: string[];
        };
        ApiRequest: {
            id: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            at: string;
            durationMs: number;
            /** @description Of the answer (instance, X-Request-Id) and of the log */
            requestId: string;
            /** @description Of a program */
            token: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                name: string;
            } | null;
            person: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                email: string;
                name: string;
            } | null;
            method: string;
            path: string;
            /** @description Of a refused line of a batch, from 1 */
            line: number | null;
            /** @description Of a batch */
            lineCount: number | null;
            /** @description Of a batch */
            refusedCount: number | null;
            orderId: string | null;
            status: number;
            refused: boolean;
            code: string | null;
            /** @description Why, Russian */
            detail: string | null;
            /** @description What `detail` says, as in the answer */
            reason: string | null;
            params: {
                [key: string]: unknown;
            } | null;
            /** @description The fields that were wrong, the first 50 */
            errors: components["schemas"]["FieldProblem"][] | null;
            /** @description Bytes that were sent */
            bodySize: number | null;
        };
        FieldProblem: {
            /** @description JSON pointer into the request: "/lines/2/vat" */
            path: string;
            /** @description Russian */
            message: string;
            /** @description What is wrong, of a closed list: docs/errors.md */
            code?: string;
            /** @description What the sentence is about, by name */
            params?: {
                [key: string]: unknown;
            };
            /** @description In the JSON text of settings, from 1 */
            line?: number;
            column?: number;
        };
        RefusalCause: {
            /** @description Code of the first problem, and its place; for `cause` of /requests */
            cause: string;
            /** @description Path of the field, with * for numbers: /lines/*\/total */
            place: string | null;
            count: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            lastAt: string;
            /** @description Of the last such refusal, as the following */
            code: string | null;
            /** @description The first problem, Russian */
            detail: string;
            reason: string | null;
            params: {
                [key: string]: unknown;
            } | null;
        };
        ApiRequestDetail: {
            id: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            at: string;
            durationMs: number;
            /** @description Of the answer (instance, X-Request-Id) and of the log */
            requestId: string;
            /** @description Of a program */
            token: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                name: string;
            } | null;
            person: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                email: string;
                name: string;
            } | null;
            method: string;
            path: string;
            /** @description Of a refused line of a batch, from 1 */
            line: number | null;
            /** @description Of a batch */
            lineCount: number | null;
            /** @description Of a batch */
            refusedCount: number | null;
            orderId: string | null;
            status: number;
            refused: boolean;
            code: string | null;
            /** @description Why, Russian */
            detail: string | null;
            /** @description What `detail` says, as in the answer */
            reason: string | null;
            params: {
                [key: string]: unknown;
            } | null;
            /** @description The fields that were wrong, the first 50 */
            errors: components["schemas"]["FieldProblem"][] | null;
            /** @description Bytes that were sent */
            bodySize: number | null;
            /** @description Of a refused request, secrets masked, up to 64 KB */
            body: string | null;
        };
        OverviewIntegration: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            /** @constant */
            class: "CommerceML";
            name: string;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            companyId: string;
            companyName: string;
            /** @description Null for an accountant */
            settings: {
                [key: string]: unknown;
            } | null;
            /** @description What was corrected in the settings, or should be checked; Russian */
            notes: string[];
            enabled: boolean;
            /** @description Since when it waits for `nextNumber`, its database having been restored from a backup */
            restoredAt: string | null;
            /** @description For trying out: a 1C may be played against it */
            sandbox: boolean;
            /** @description Also the ETag; If-Match guards against overwriting another administrator */
            version: number;
            exchangeUrl: string;
            /** @description False: PUBLIC_URL is not set, and 1C on another machine will not find the address */
            exchangeUrlSet: boolean;
            /** @description Null for an accountant */
            login: string | null;
            /** @description What the rules do, as a Russian sentence */
            rules: string;
            /** @description By the last outcomes. waiting: has yet to sign in (for the first time, or with a new password); exchanging; refused: can’t sign in; unconfirmed: takes orders and does not confirm them; silent: does not call any more; paused */
            state: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            stateSince: string;
            /** @description The state as a sentence, Russian */
            stateReason: string;
            /** @description The same as a code with parameters */
            stateCause: components["schemas"]["StateCause"];
            firstSeenAt: string | null;
            lastSeenAt: string | null;
            /** @description What 1C calls itself: User-Agent */
            client: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            passwordChangedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            updatedAt: string;
            counts: {
                /** @description 10,001: more than 10,000 */
                owed: number;
                /** @description 10,001: more than 10,000 */
                offered: number;
                /** @description 10,001: more than 10,000 */
                held: number;
                /** @description All of them */
                confirmed: number;
            };
            /** @description Since when the oldest owed order has been waiting */
            owedSince: string | null;
            /** @description What its exchanges showed of the program on the other side; null in lists */
            recognition: {
                /** @description The one program that everything shown fits */
                client: string | null;
                /** @description All that it fits; none: it is no 1C, or contradicts itself */
                possible: string[];
                /** @description What orders are written for; auto: in the form that every program reads */
                applied: string;
                /** @description For a person to answer with POST …/client; nothing is changed until then */
                question: {
                    why: string;
                    clients: string[];
                } | null;
                facts: {
                    code: string;
                    /** @description Russian */
                    message: string;
                }[];
                checks: {
                    code: string;
                    tone: string;
                    orders: number | null;
                    date: string | null;
                    agent: string | null;
                    bp: boolean;
                    /** @description Russian */
                    message: string;
                }[];
            } | null;
            /** @description A value of the setting payments that suits this 1C better: it announces nothing, and some of its orders were paid several times. Only for a single integration, null in lists */
            proposedPayments: "documents" | null;
            /** @description After a restore: a next number above those that may have been given since; null in lists */
            proposedNumber: number | null;
            /** @description While `counts` do not reflect new rules yet, in a company with many orders; orders that the rules exclude are not sent meanwhile */
            recalculating: {
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                since: string;
                /** @description From 0 to 1 */
                progress: number;
            } | null;
            /** @description Whether its 1C has sent a document of an order */
            hasDocuments: boolean;
            /** @description Up to 20 of the last two weeks, newest first */
            lastExchanges: {
                id: number;
                outcome: string;
                ordersOffered: number;
            }[];
        };
        OrderListItem: {
            id: string;
            /** @description The platform's own */
            number: string | null;
            /** @description Counted per company; 1C gets it unless its integration says 'platform': `exports` tell the number in each */
            numberIn1c: string;
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            companyId: string;
            companyName: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            placedAt: string;
            status: string;
            canceled: boolean;
            currency: string;
            /** @description A decimal string with two decimals: "1500.00" */
            total: string;
            customerName: string;
            gateways: string[];
            revision: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When its content last changed
             */
            updatedAt: string;
            exports: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId: string;
                integrationName: string;
                state: string;
                /** @description The number in this 1C */
                numberIn1c: string;
                /** @description Since when it has been in this state */
                at: string | null;
                reason: string | null;
                /** @description Of an order that does not match: what `reason` is made of */
                mismatch: ({
                    code: string;
                } | {
                    /** @constant */
                    code: "too-early";
                    /** @description A day */
                    from: string;
                } | {
                    /** @constant */
                    code: "rules";
                    /** @description The first rules, ten at most */
                    misses: {
                        /** @description From 0 */
                        rule: number;
                        status?: {
                            expected: string;
                            is: string;
                        };
                        gateway?: {
                            expected: string;
                            /** @description The first gateways of the order, ten at most */
                            has: string[];
                            /** @description How many others it has */
                            more?: number;
                        };
                    }[];
                    /** @description How many other rules there are, none of which is met */
                    more?: number;
                }) | null;
                heldKind: string | null;
                /** @description The code of the finding that it is held for */
                heldCode: string | null;
                /** @description What the reason is about, by name */
                heldParams: {
                    [key: string]: unknown;
                } | null;
            }[];
        };
        Desk: {
            /** @description Orders placed in the period */
            received: {
                count: number;
                /** @description False: there are more than `count` */
                exact: boolean;
                /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                sums?: {
                    currency: string;
                    /** @description A decimal string with two decimals: "1500.00" */
                    total: string;
                }[];
            };
            /** @description Of them state=confirmed */
            confirmed: {
                count: number;
                /** @description False: there are more than `count` */
                exact: boolean;
                /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                sums?: {
                    currency: string;
                    /** @description A decimal string with two decimals: "1500.00" */
                    total: string;
                }[];
            };
            /** @description Of them state=by-hand */
            byHand: {
                count: number;
                /** @description False: there are more than `count` */
                exact: boolean;
                /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                sums?: {
                    currency: string;
                    /** @description A decimal string with two decimals: "1500.00" */
                    total: string;
                }[];
            };
            /** @description Of them state=held&cause=refused */
            refused: {
                count: number;
                /** @description False: there are more than `count` */
                exact: boolean;
                /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                sums?: {
                    currency: string;
                    /** @description A decimal string with two decimals: "1500.00" */
                    total: string;
                }[];
            };
            /** @description What has not arrived, whenever it was placed, of the 50 companies with most of it */
            missing: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                companyId: string;
                companyName: string;
                /** @description state=owed */
                owed: {
                    count: number;
                    /** @description False: there are more than `count` */
                    exact: boolean;
                    /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                    sums?: {
                        currency: string;
                        /** @description A decimal string with two decimals: "1500.00" */
                        total: string;
                    }[];
                };
                /** @description state=held */
                held: {
                    count: number;
                    /** @description False: there are more than `count` */
                    exact: boolean;
                    /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                    sums?: {
                        currency: string;
                        /** @description A decimal string with two decimals: "1500.00" */
                        total: string;
                    }[];
                };
            }[];
            /** @description Further companies with such orders */
            more: number;
        };
        Attention: {
            /** @description Worst first: 1C gets nothing, refused an order, is late; what is held by findings; files; readings; tasks; webhooks */
            items: ({
                /** @constant */
                kind: "integration";
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId: string;
                integrationName: string;
                companyName: string;
                /** @description exchanging: it calls, but orders wait for over an hour */
                state: string;
                stateCause: components["schemas"]["StateCause"];
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                since: string;
                /** @description That wait for it; 10,001: more than 10,000 */
                orders: number;
                /** @description Since when the first of them has been waiting */
                owedSince: string | null;
            } | {
                holdKind: string;
                /** @description Of the cause: person, refused, or that of a finding */
                code: string;
                /** @description Of one of the orders, Russian */
                reason: string;
                /** @description Held for this cause, each once, from however many 1C bases */
                orders: number;
                /**
                 * Format: date-time
                 * @description Of the order that was held last
                 */
                since: string;
                /** @description Of that order */
                orderId: string;
                orderNumber: string;
                /** @constant */
                kind: "held";
                integrations: {
                    /**
                     * Format: uuid
                     * @description An id assigned by Obmen
                     */
                    integrationId: string;
                    integrationName: string;
                }[];
            } | {
                /** @constant */
                kind: "tasks";
                open: number;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                since: string;
            } | {
                /** @constant */
                kind: "webhook";
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                webhookId: string;
                url: string;
                state: string;
                reason: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                since: string;
            } | {
                /** @constant */
                kind: "upload";
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId: string;
                integrationName: string;
                exchangeId: number;
                name: string;
                /** @description Why it could not be read, Russian */
                failure: string;
                /** @description The same as a code: docs/errors.md. Null: stored before there were codes */
                failureReason: {
                    code: string;
                    /** @description What the sentence is about, by name */
                    params?: {
                        [key: string]: unknown;
                    };
                } | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                since: string;
            } | {
                /** @constant */
                kind: "reading";
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId: string;
                integrationName: string;
                /** @description Why 1C can’t be read, Russian; null: it was not for long */
                failure: string | null;
                /** @description When it was read last; null: never */
                readAt: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                since: string;
            })[];
            /** @description There is more of some kind than is listed */
            more: boolean;
            /** @description Open tasks (orders:read) */
            tasks: number | null;
            /** @description Of these, held by nobody but people */
            heldByPeople: number | null;
            /** @description Orders held back from some 1C; 10,001: more (orders:read) */
            held: number | null;
        };
        HeldGroup: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            integrationId: string;
            integrationName: string;
            companyName: string;
            holdKind: string;
            /** @description Of the cause: person, refused, or that of a finding */
            code: string;
            /** @description Of one of the orders, Russian */
            reason: string;
            orders: number;
            /**
             * Format: date-time
             * @description Of the order that was held last
             */
            since: string;
            /** @description From when Obmen gives the next of them once more by itself; null: it does not */
            retryAt: string | null;
            /** @description Of that order */
            orderId: string;
            orderNumber: string;
        };
        OwnAlarms: {
            channels: {
                mail: {
                    enabled: boolean;
                };
                telegram: {
                    enabled: boolean;
                    /** @description A number, or the public name of a channel: @name */
                    chatId: string | null;
                };
                max: {
                    enabled: boolean;
                    /** @description A number, or the public name of a channel: @name */
                    chatId: string | null;
                };
                webhook: {
                    enabled: boolean;
                    url: string | null;
                    format: string;
                };
            };
            /** @description false: not told of; what is missing is */
            causes: {
                [key: string]: boolean;
            };
            /** @description By the clock of the location: nothing is sent between them */
            quietHours: {
                from: string;
                to: string;
            } | null;
            /** @description Channels that this server has */
            available: string[];
            /** @description Channels whose last message did not go out, and why */
            failures: {
                channel: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                at: string;
                /** @description Russian */
                message: string;
                /** @description The same as a code: docs/errors.md. Null: stored before there were codes */
                reason: {
                    code: string;
                    /** @description What the sentence is about, by name */
                    params?: {
                        [key: string]: unknown;
                    };
                } | null;
            }[];
        };
        Alarm: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            cause: string;
            /** @description Of the 1C that it is about */
            integrationId: string | null;
            /** @description Of the webhook that it is about */
            webhookId: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            since: string;
            /**
             * Format: date-time
             * @description When it was raised: after a delay, where causes come and go
             */
            openedAt: string;
            /** @description Null: it is open */
            endedAt: string | null;
            /** @description Nobody is reminded of it until then */
            acknowledgedUntil: string | null;
            /** @description Name or address of that person */
            acknowledgedBy: string | null;
            facts: components["schemas"]["AlarmFacts"];
        };
        AlarmFacts: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            integrationId?: string;
            integrationName?: string;
            companyName?: string;
            /**
             * Format: date-time
             * @description silent
             */
            lastSeenAt?: string;
            /** @description refused, unconfirmed */
            stateCause?: components["schemas"]["StateCause"];
            /** @description That wait, or are held; 10,001: more than 10,000 */
            orders?: number;
            /**
             * Format: date-time
             * @description Since when the first of them has been waiting
             */
            owedSince?: string;
            /** @description quarantined, held: the cause of the order that was held last */
            code?: string;
            /** @description The same in words, Russian */
            reason?: string;
            /** @description failed-file: its name */
            file?: string;
            /** @description failed-file, reading-failed, backup-old: why, Russian */
            failure?: string | null;
            /** @description reading-failed: last read; null: never */
            readAt?: string | null;
            /** @description failed-file */
            exchangeId?: number;
            /**
             * Format: uuid
             * @description webhook-stopped
             */
            webhookId?: string;
            /** @description webhook-stopped */
            url?: string;
            /** @description webhook-stopped */
            state?: string;
            /** @description tasks-overdue: how many */
            tasks?: number;
            /** @description backup-old; null: there is none */
            lastBackupAt?: string | null;
            /** @description disk */
            path?: string;
            /** @description disk */
            usedPercent?: number;
            /** @description disk */
            freeBytes?: number;
            /** @description connections */
            used?: number;
            /** @description connections */
            allowed?: number;
            /** @description clock: how far the server is ahead of its database */
            offsetSeconds?: number;
            /** @description certificate */
            host?: string;
            /**
             * Format: date-time
             * @description certificate
             */
            expiresAt?: string;
        };
        User: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            email: string;
            name: string;
            role: string;
            /** @description Of an accountant: whose data is seen */
            companyIds: string[] | null;
            disabled: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
            lastSeenAt: string | null;
        };
        RemovedUser: {
            /** @description Tokens that the person created in this location and that go on working */
            tokens: components["schemas"]["ApiToken"][];
        };
        ApiToken: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            name: string;
            /** @description First characters, to identify the token */
            start: string;
            rights: string[];
            sandbox: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
            /** @description Who created it */
            createdBy: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                email: string;
                name: string;
                /** @description No longer has a role in the location */
                removed: boolean;
            } | null;
            lastUsedAt: string | null;
        };
        Invitation: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            email: string;
            role: string;
            /** @description Of an accountant: whose data is seen */
            companyIds: string[] | null;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            expiresAt: string;
            /** @description Why the mail with the link did not go out yet, Russian; null: it did, or none is sent */
            mailFailure: string | null;
            /** @description The same as a code: docs/errors.md. Null: stored before there were codes */
            mailFailureReason: {
                code: string;
                /** @description What the sentence is about, by name */
                params?: {
                    [key: string]: unknown;
                };
            } | null;
        };
        InvitationWithUrl: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            email: string;
            role: string;
            /** @description Of an accountant: whose data is seen */
            companyIds: string[] | null;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            expiresAt: string;
            /** @description Why the mail with the link did not go out yet, Russian; null: it did, or none is sent */
            mailFailure: string | null;
            /** @description The same as a code: docs/errors.md. Null: stored before there were codes */
            mailFailureReason: {
                code: string;
                /** @description What the sentence is about, by name */
                params?: {
                    [key: string]: unknown;
                };
            } | null;
            url: string;
            /** @description The link goes to that address by mail, too (SMTP_URL); not while sending is paused */
            mailed: boolean;
        };
        CallingToken: {
            name: string;
            rights: string[];
            sandbox: boolean;
            location: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                name: string;
                timezone: string;
                /** @description Public address of Obmen: 1C calls it + /1c, programs + /api/v1 */
                publicUrl: string;
            };
        };
        ApiTokenWithSecret: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            name: string;
            /** @description First characters, to identify the token */
            start: string;
            rights: string[];
            sandbox: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
            /** @description Who created it */
            createdBy: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                id: string;
                email: string;
                name: string;
                /** @description No longer has a role in the location */
                removed: boolean;
            } | null;
            lastUsedAt: string | null;
            token: string;
        };
        System: {
            version: string;
            /** @description What it was built from; null if that is not known */
            commit: string | null;
            node: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            startedAt: string;
            memoryBytes: number;
            logLevel: string;
            publicUrl: string;
            database: {
                embedded: boolean;
                version: string;
                sizeBytes: number;
                connections: number;
                pendingMigrations: string[];
            };
            disk: {
                path: string;
                freeBytes: number;
                totalBytes: number;
            } | null;
            backup: {
                /** @description BACKUP_DIR; null: none is taken by itself */
                dir: string | null;
                /** @description When the last one was finished */
                endedAt: string | null;
                /** @description Why the latest try has failed, Russian */
                failure: string | null;
            };
            /** @description Since when nothing is sent by itself, as after a restore, until an operator resumes it; null: it is */
            sendingPausedAt: string | null;
            queue: {
                /** @description 10,001: more than 10,000 */
                owed: number;
                oldestOwedSince: string | null;
                openBatches: number;
            };
            jobs: {
                /** @description Background jobs that are due and not taken yet */
                waiting: number;
                /** @description Background jobs whose last try failed; they are tried again */
                failed: number;
            };
            exchanges: {
                integrations: number;
                /** @description Of those, in trouble by the rule of /attention */
                troubled: number;
                /** @description When any 1C called last */
                lastCallAt: string | null;
            };
            /** @description The variables of docs/configuration.md */
            limits: {
                name: string;
                /** @description As in the environment, sizes in bytes; empty: not set, or a secret */
                value: string;
                /** @description Not the default */
                changed: boolean;
                unit: string;
                /** @description Russian */
                meaning: string;
            }[];
            /** @description What should be looked at, Russian; empty: all is well */
            problems: string[];
            /** @description The same, as codes */
            problemCodes: string[];
        };
        LocationSummary: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            name: string;
            timezone: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            createdAt: string;
            companyCount: number;
            integrationCount: number;
            /** @description Integrations in trouble by the rule of /attention */
            troubled: number;
            orderCount: number;
            /** @description 10,001: more than 10,000 */
            owed: number;
        };
        CreatedLocation: {
            /**
             * Format: uuid
             * @description An id assigned by Obmen
             */
            id: string;
            invitationUrl: string;
            /** @description The link goes to that address by mail, too (SMTP_URL); not while sending is paused */
            mailed: boolean;
        };
        LiveEvent: {
            kind: string;
            integrationId: string | null;
            sessionId: number | null;
        };
        BatchLine: components["schemas"]["BatchLineSaved"] | components["schemas"]["BatchLineRefused"];
        BatchLineSaved: {
            id: string;
            /** @description Counted per company; 1C gets it unless its integration says 'platform': `exports` tell the number in each */
            numberIn1c: string;
            revision: number;
            changed: boolean;
            owedTo: string[];
            /** @description What the sender should look at although the order was accepted; more codes may be added */
            warnings: components["schemas"]["OrderWarning"][];
            /** @description A person's name that came in one string, as it was split */
            customer?: {
                lastName: string;
                firstName: string;
                middleName?: string;
            };
            /** @description Of the request, from 1 */
            line: number;
            /** @description 200 or 201, as of a PUT */
            status: number;
        };
        BatchLineRefused: {
            status: number;
            /** @description Closed list, see docs/errors.md */
            code: string;
            /** @description What is wrong and what to do, in Russian */
            detail: string;
            /** @description What `detail` says, of a closed list: docs/errors.md */
            reason?: string;
            /** @description What the sentence is about, by name */
            params?: {
                [key: string]: unknown;
            };
            errors?: components["schemas"]["FieldProblem"][];
            /** @description Of 409 restored: a number to go on from */
            proposedNumber?: number | null;
            /** @description Of the request, from 1 */
            line: number;
            /** @description Absent if the line says none */
            id?: string;
        };
        FileInspection: {
            items: components["schemas"]["InspectedFile"][];
            /** @description What the files of a catalogue would change, all together; null if there is none */
            catalogue: {
                added: number;
                changed: number;
                /** @description Not mentioned by a whole catalogue, if no further file of its exchange does */
                gone: number;
                /** @description The first of these, by name */
                goneItems: {
                    itemId: string;
                    name: string;
                }[];
                /** @description Ids of lines whose item would be lost */
                brokenLinks: string[];
            } | null;
        };
        InspectedFile: {
            name: string;
            kind: string;
            /** @description Documents in it; of a catalogue, items and offers */
            count: number;
            /** @description Why it can not be read, with line and column, Russian */
            failure: string | null;
            /** @description The same as a code: docs/errors.md. Null: stored before there were codes */
            failureReason: {
                code: string;
                /** @description What the sentence is about, by name */
                params?: {
                    [key: string]: unknown;
                };
            } | null;
            line: number | null;
            column: number | null;
            /** @description The first of them */
            documents: {
                orderId: string | null;
                /** @description Номер, as the file says it; of a payment, shipment or return, its Основание */
                orderNumber: string | null;
                documentNumber: string | null;
                documentDate: string | null;
                total: string | null;
                currency: string | null;
                posted: boolean;
                deleted: boolean;
                canceled: boolean;
                /** @description What would become of it */
                outcome: string;
                /** @description What it would change */
                parts: string[];
                lineChanges: components["schemas"]["LineChange"][];
            }[];
            /** @description What a file of a catalogue holds */
            catalogue: components["schemas"]["InspectedCatalogue"] | null;
        };
        InspectedCatalogue: {
            /** @description It tells all items: those that it does not mention are gone */
            wholeItems: boolean;
            wholeOffers: boolean;
            groups: number;
            items: number;
            offers: number;
            prices: number;
            priceTypes: number;
            warehouses: number;
            /** @description The first of its items and offers */
            entries: {
                kind: string;
                itemId: string;
                name: string | null;
                article: string | null;
                unitName: string | null;
                vat: string | null;
                deleted: boolean;
                characteristics: {
                    name: string;
                    value: string;
                }[];
                prices: {
                    price: string | null;
                    currency: string | null;
                }[];
                quantity: string | null;
                /** @description What would become of the item */
                outcome: string | null;
            }[];
        };
        /** @description A 1C confirmed a revision of an order */
        OrderExportedEvent: {
            /** @constant */
            type: "order.exported";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            timestamp: string;
            data: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId?: string;
                orderId?: string;
                revision: number;
                /** @description The answer in which 1C was given it */
                batch: number;
            };
        };
        /** @description What 1C says of an order is not as it was: the item of GET /orders/{id}/accounting */
        OrderAccountingUpdatedEvent: {
            /** @constant */
            type: "order.accounting.updated";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            timestamp: string;
            data: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId: string;
                orderId?: string;
                integrationName: string;
                /** @description conflict: the platform changed the order meanwhile, which is still owed; former: integration removed */
                state: string;
                /** @description GUID of the document in 1C */
                documentId: string | null;
                documentNumber: string | null;
                /** @description By the clock of 1C, without offset */
                documentDate: string | null;
                posted: boolean;
                deleted: boolean;
                canceled: boolean;
                status: string | null;
                statusId: string | null;
                total: string | null;
                paid: {
                    number: string | null;
                    date: string | null;
                } | null;
                shipped: {
                    number: string | null;
                    date: string | null;
                } | null;
                payments: {
                    number: string | null;
                    date: string | null;
                    amount: string | null;
                    method: string | null;
                }[];
                shipments: {
                    number: string | null;
                    date: string | null;
                    lines: {
                        id: string | null;
                        name: string;
                        quantity: string | null;
                        price: string | null;
                        amount: string | null;
                    }[];
                }[];
                delivery: {
                    trackNumber: string | null;
                    method: string | null;
                    address: string | null;
                    recipient: string | null;
                    phone: string | null;
                    email: string | null;
                    pickupPoint: string | null;
                    amount: string | null;
                    comment: string | null;
                } | null;
                comment: string | null;
                customer: {
                    id: string | null;
                    name: string;
                    inn: string | null;
                    kpp: string | null;
                } | null;
                linesDiffer: boolean;
                lineChanges: components["schemas"]["LineChange"][];
                requisites: {
                    [key: string]: string;
                };
                /** @description What 1C said once and does not say any more */
                withdrawn: {
                    what: string;
                    before: unknown;
                    /**
                     * Format: date-time
                     * @description ISO 8601 with offset
                     */
                    toldAt: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 with offset
                     */
                    withdrawnAt: string;
                }[];
                /** @description The revision that the lines are compared with */
                basisRevision: number | null;
                /** @description The newer revision that this 1C is owed */
                owedRevision: number | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                receivedAt: string;
                /** @description The file that told it last; null: no file did, 1C was read */
                uploadId: number | null;
                /** @description What told it last: a file of 1C, or reading it */
                source: string;
                /** @description Of fields that `source` did not tell last, by name */
                sources: {
                    [key: string]: string;
                };
                /**
                 * Format: date-time
                 * @description When that was last so
                 */
                seenAt: string;
                /** @description By the movements of its books, whatever its status; null: not read */
                money: {
                    /** @description A decimal string with two decimals: "1500.00" */
                    paid: string;
                    /** @description A decimal string with two decimals: "1500.00" */
                    refunded: string;
                } | null;
                /** @description Read from 1C */
                documents: {
                    type: string;
                    /** @description Of the document in 1C: ОплатаПлатежнойКартой */
                    kind: string;
                    number: string | null;
                    date: string | null;
                    total: string | null;
                    posted: boolean;
                }[];
                /** @description Which parts of it */
                changed: string[];
            };
        };
        /** @description An order came to be missing or doubled in 1C, or to differ from it, or is so no more */
        ReconciliationChangedEvent: {
            /** @constant */
            type: "reconciliation.changed";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            timestamp: string;
            data: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId?: string;
                orderId?: string;
                state: string;
                previousState: string | null;
                differences: {
                    what: string;
                    platform: string | null;
                    in1c: string | null;
                }[];
                documents: components["schemas"]["DocumentIn1c"][];
            };
        };
        /** @description An order does not go to a 1C until it is released */
        OrderHeldEvent: {
            /** @constant */
            type: "order.held";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            timestamp: string;
            data: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId?: string;
                orderId?: string;
                revision: number;
                reasonCode: string;
                /** @description For people, Russian */
                reason: string;
                by: string;
            };
        };
        /** @description An order that was held goes to its 1C again */
        OrderReleasedEvent: {
            /** @constant */
            type: "order.released";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            timestamp: string;
            data: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId?: string;
                orderId?: string;
                revision: number;
                by: string;
            };
        };
        /** @description A paid order was put that no rule of any integration of its company takes */
        OrderNotMatchingEvent: {
            /** @constant */
            type: "order.not-matching";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            timestamp: string;
            data: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId?: string;
                orderId?: string;
                revision: number;
                status: string;
                gateways: string[];
            };
        };
        /** @description What a 1C would newly lose of an order, or refuse it for; not what new settings bring up */
        OrderFindingEvent: {
            /** @constant */
            type: "order.finding";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            timestamp: string;
            data: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId?: string;
                orderId?: string;
                findings: {
                    /** @description docs/preflight.md lists them */
                    code: string;
                    /** @description JSON pointer into the order */
                    path: string;
                    /** @description What the sentence is made of */
                    params: {
                        [key: string]: string | number;
                    };
                    severity: string;
                }[];
            };
        };
        /** @description A put was refused; each other refusal of an id once, until the order changes */
        OrderRefusedEvent: {
            /** @constant */
            type: "order.refused";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            timestamp: string;
            data: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId?: string;
                orderId?: string;
                /** @description As of the answer: docs/errors.md */
                code: string;
                errors: {
                    /** @description JSON pointer into the request: "/lines/2/vat" */
                    path: string;
                    /** @description What is wrong, of a closed list: docs/errors.md */
                    code?: string;
                }[];
            };
        };
        /** @description An accountant has to do something by hand, or has to after all */
        TaskOpenedEvent: {
            /** @constant */
            type: "task.opened";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            timestamp: string;
            data: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId?: string;
                orderId?: string;
                code: string;
                /** @description What the sentence is made of */
                params: {
                    [key: string]: string | number;
                };
                taskId: number;
            };
        };
        /** @description A task is done, or its cause is gone */
        TaskSettledEvent: {
            /** @constant */
            type: "task.settled";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            timestamp: string;
            data: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId?: string;
                orderId?: string;
                code: string;
                /** @description What the sentence is made of */
                params: {
                    [key: string]: string | number;
                };
                taskId: number;
                /** @description cause: it is gone */
                by: string;
            };
        };
        /** @description A document came from 1C that matches no order */
        DocumentUnknownEvent: {
            /** @constant */
            type: "document.unknown";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            timestamp: string;
            data: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId?: string;
                orderId?: string;
                documentId: string | null;
                numberIn1c: string | null;
                documentNumber: string | null;
                /** @description By the clock of 1C, without offset */
                documentDate: string | null;
                reason: string;
            };
        };
        /** @description An upload of the catalogue of a 1C changed something */
        CatalogueUpdatedEvent: {
            /** @constant */
            type: "catalogue.updated";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            timestamp: string;
            data: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId?: string;
                orderId?: string;
                /** @description False: changes only */
                whole: boolean;
                added: number;
                changed: number;
                gone: number;
                /** @description Lines that lost their link, because their item is gone */
                brokenLinks: string[];
            };
        };
        /** @description A 1C works, is silent, is refused, … */
        IntegrationStateChangedEvent: {
            /** @constant */
            type: "integration.state.changed";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            timestamp: string;
            data: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId?: string;
                orderId?: string;
                state: string;
                previousState: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                since: string;
                reason: string | null;
            };
        };
        /** @description Something is wrong that a person should look at */
        AlarmOpenedEvent: {
            /** @constant */
            type: "alarm.opened";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            timestamp: string;
            data: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId?: string;
                orderId?: string;
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                alarmId: string;
                cause: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                since: string;
            };
        };
        /** @description It is not wrong any more */
        AlarmOverEvent: {
            /** @constant */
            type: "alarm.over";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            timestamp: string;
            data: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId?: string;
                orderId?: string;
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                alarmId: string;
                cause: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 */
                since: string;
            };
        };
        /** @description Somebody tried a webhook */
        TestEvent: {
            /** @constant */
            type: "test";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             */
            timestamp: string;
            data: {
                /**
                 * Format: uuid
                 * @description An id assigned by Obmen
                 */
                integrationId?: string;
                orderId?: string;
                message: string;
            };
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description Closed list, see docs/errors.md */
            code: string;
            /** @description What is wrong and what to do, in Russian */
            detail: string;
            /** @description What `detail` says, of a closed list: docs/errors.md */
            reason?: string;
            /** @description What the sentence is about, by name */
            params?: {
                [key: string]: unknown;
            };
            /** @description The request id, also in the log */
            instance?: string;
            errors?: components["schemas"]["FieldProblem"][];
            /** @description Of 409 restored: a number to go on from */
            proposedNumber?: number | null;
        };
        ReadingInput: {
            /** @description Of the publication, `https://1c.example.ru/base`; `/odata/standard.odata` is added */
            url: string;
            login: string;
            /** @description Absent: as it was; it never comes back */
            password?: string;
            /** @description From the end of a reading to the next one. By default 15 */
            everyMinutes?: number;
            /** @description By default true */
            enabled?: boolean;
            /** @description GUID, ИНН or name in 1C; null: the only one, or the one that has the company's ИНН. By default null */
            organization?: string | null;
        };
        OrderInput: {
            /** @description The platform's id; with PUT it equals the path's, in a batch it is required */
            id?: string;
            /** @description The platform's own number, as people see it there */
            number?: string;
            /** Format: uuid */
            companyId: string;
            /**
             * Format: date-time
             * @description Date and time with offset
             * @example 2026-11-17T12:15:07+05:00
             */
            placedAt: string;
            /** @description The platform's own word; canceled or cancelled mean canceled */
            status: string;
            /** @description By default false */
            canceled?: boolean;
            /** @example RUB */
            currency: string;
            customer: components["schemas"]["OrderCustomerInput"];
            lines: components["schemas"]["OrderLineInput"][];
            /** @description False: amounts are net, the total is with VAT added */
            vatIncluded: boolean;
            /**
             * @description Sum of the amounts and the delivery, with VAT; of net ones as 1C calculates it, VAT rounded to the kopeck for each line
             * @example 1500.00
             */
            total: string;
            comment?: string;
            /** @description The name of the contract with this buyer in 1C; of all programs УНФ alone reads it */
            contract?: string;
            place?: {
                id: string;
                name: string;
            };
            delivery?: components["schemas"]["OrderDeliveryInput"];
            payments?: components["schemas"]["OrderPaymentInput"][];
            /** @description Become requisites of the document */
            attributes?: {
                [key: string]: string;
            };
            /** @description As it was read, or left out */
            readonly numberIn1c?: string;
            /** @description As it was read, or left out */
            readonly revision?: number;
            /**
             * Format: date-time
             * @description As it was read, or left out
             * @example 2026-11-17T12:15:07+05:00
             */
            readonly createdAt?: string;
            /**
             * Format: date-time
             * @description As it was read, or left out
             * @example 2026-11-17T12:15:07+05:00
             */
            readonly updatedAt?: string;
            /** @description As it was read, or left out */
            readonly owedTo?: string[];
            /** @description As it was read, or left out */
            readonly accounting?: unknown[];
        };
        OrderCustomerInput: {
            /** @constant */
            kind: "person";
            id: string;
            /** @description 10 digits for an organization, 12 for a person and an entrepreneur */
            inn?: string;
            email?: string;
            phone?: string;
            address?: string;
            /** @description With lastName, unless name is given */
            firstName?: string;
            lastName?: string;
            middleName?: string;
            /** @description The whole name in one string, instead of the three: «Иванов Иван Иванович», «Иван Иванов», «Иванов И. И.». It is kept in its parts */
            name?: string;
        } | {
            /** @constant */
            kind: "organization";
            id: string;
            /** @description 10 digits for an organization, 12 for a person and an entrepreneur */
            inn?: string;
            email?: string;
            phone?: string;
            address?: string;
            name: string;
            fullName?: string;
            kpp?: string;
        } | {
            /** @constant */
            kind: "entrepreneur";
            id: string;
            /** @description 10 digits for an organization, 12 for a person and an entrepreneur */
            inn?: string;
            email?: string;
            phone?: string;
            address?: string;
            name: string;
            fullName?: string;
            kpp?: string;
        };
        OrderLineInput: {
            /** @description The platform's own lasting id of the item or service, the same in every order and never of another one: 1C:Бухгалтерия binds it to an item of its catalogue for good. Not a row number, not a new id for each order */
            id: string;
            /** @description Of the item: 1C looks it up by the article if it does not know the id. A barcode no 1C reads */
            article?: string;
            name: string;
            /** @enum {string} */
            kind: "goods" | "service";
            /**
             * @description A decimal string above zero, at most four decimals
             * @example 2
             */
            quantity: string;
            /** @description ОКЕИ code, 796 (piece) by default; 0796 is the same. By default "796" */
            unit?: string;
            /**
             * @description Price of one, before discount
             * @example 1500.00
             */
            price: string;
            /**
             * @description Discount of the whole line. By default "0.00"
             * @example 1500.00
             */
            discount?: string;
            /**
             * @description quantity × price − discount, to half a kopeck
             * @example 1500.00
             */
            amount: string;
            /**
             * @description VAT rate in per cent; "20/120" is a settlement rate
             * @enum {string}
             */
            vat: "0" | "5" | "7" | "10" | "20" | "22" | "none" | "5/105" | "7/107" | "10/110" | "20/120" | "22/122";
        };
        OrderDeliveryInput: {
            name: string;
            /**
             * @description A decimal string, at most two decimals: "1500.00"
             * @example 1500.00
             */
            amount: string;
            /**
             * @description VAT rate in per cent; "20/120" is a settlement rate
             * @enum {string}
             */
            vat: "0" | "5" | "7" | "10" | "20" | "22" | "none" | "5/105" | "7/107" | "10/110" | "20/120" | "22/122";
            address?: string;
            recipient?: string;
            trackNumber?: string;
        };
        OrderPaymentInput: {
            id: string;
            gateway: string;
            /** @enum {string} */
            status: "pending" | "paid" | "failed" | "canceled" | "refunded";
            /**
             * @description A decimal string, at most two decimals: "1500.00"
             * @example 1500.00
             */
            amount: string;
            /**
             * Format: date-time
             * @description Required of a payment whose status is paid
             * @example 2026-11-17T12:15:07+05:00
             */
            paidAt?: string;
            /** @description Parts given back, of a payment that is paid or refunded; the status refunded means the whole */
            refunds?: components["schemas"]["OrderRefundInput"][];
        };
        OrderRefundInput: {
            id: string;
            /**
             * @description A decimal string, at most two decimals: "1500.00"
             * @example 1500.00
             */
            amount: string;
            /**
             * Format: date-time
             * @description Date and time with offset
             * @example 2026-11-17T12:15:07+05:00
             */
            refundedAt: string;
        };
    };
    responses: {
        /** @description The body is not JSON, or not in UTF-8 */
        BadRequest: {
            headers: {
                "Content-Language": components["headers"]["Content-Language"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no token and nobody is signed in, or what was given is wrong */
        Unauthenticated: {
            headers: {
                "Content-Language": components["headers"]["Content-Language"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller lacks a right or a role, which `detail` names */
        Forbidden: {
            headers: {
                "Content-Language": components["headers"]["Content-Language"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or the caller sees nothing of it */
        NotFound: {
            headers: {
                "Content-Language": components["headers"]["Content-Language"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What is stored or running does not allow it */
        Conflict: {
            headers: {
                "Content-Language": components["headers"]["Content-Language"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It has changed: its version is not that of If-Match */
        PreconditionFailed: {
            headers: {
                "Content-Language": components["headers"]["Content-Language"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than allowed */
        TooLarge: {
            headers: {
                "Content-Language": components["headers"]["Content-Language"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of another type than described */
        UnsupportedMediaType: {
            headers: {
                "Content-Language": components["headers"]["Content-Language"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Values are refused; `errors` says which, and why */
        Invalid: {
            headers: {
                "Content-Language": components["headers"]["Content-Language"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests of this caller */
        TooManyRequests: {
            headers: {
                "Content-Language": components["headers"]["Content-Language"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server or its database is busy or stopping */
        Unavailable: {
            headers: {
                "Content-Language": components["headers"]["Content-Language"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Any other refusal */
        Failed: {
            headers: {
                "Content-Language": components["headers"]["Content-Language"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not changed since the ETag in If-None-Match */
        NotModified: {
            headers: {
                ETag: components["headers"]["ETag"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
        "Accept-Language": string;
        /** @description "7", a version as ETag gave it: refused (412) if it is no longer that. *: only if there is one */
        "If-Match": string;
        /** @description Of a change, *: only if there is none yet (412). Of a GET, an ETag: 304 if it is still that */
        "If-None-Match": string;
        /** @description The id of an integration: the change was taken over from that 1C, which is not sent it */
        "Obmen-Origin": string;
        /** @description 1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, it does nothing and is answered as the first time; another request is refused (409) */
        "Idempotency-Key": string;
    };
    requestBodies: never;
    headers: {
        /** @description Of this request in the log; `instance` of a problem */
        "X-Request-Id": string;
        /** @description Requests a minute of this token or address */
        "RateLimit-Limit": number;
        /** @description How many of them are left */
        "RateLimit-Remaining": number;
        /** @description So many seconds later all are again */
        "RateLimit-Reset": number;
        /** @description The version of what is answered, for If-Match: "7" */
        ETag: string;
        /** @description So many seconds later it may be tried again */
        "Retry-After": number;
        /** @description true: the first answer to this Idempotency-Key */
        "Idempotency-Replayed": string;
        /** @description How many orders the document contains */
        "X-Order-Count": number;
        /** @description Bytes of the whole body */
        "X-Body-Size": number;
        /** @description The name of the file */
        "Content-Disposition": string;
        /** @description The session: opened, or ended */
        "Set-Cookie": string;
        /** @description ru or en */
        "Content-Language": string;
        /** @description Bearer realm="Obmen" */
        "WWW-Authenticate": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    signIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                    /** @description Of a person with a second factor, after 401 with `second-factor-needed` */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    locale?: "ru" | "en";
                    /** @description Replaces all of them */
                    preferences?: {
                        /**
                         * @description By default "comfortable"
                         * @enum {string}
                         */
                        density?: "comfortable" | "compact";
                        /** @description Of each list of the web app, those not shown. By default {} */
                        hiddenColumns?: {
                            [key: string]: string[];
                        };
                        /** @description Filters of lists that the person saved. By default [] */
                        views?: {
                            /** @enum {string} */
                            list: "orders" | "tasks";
                            name: string;
                            /**
                             * Format: uuid
                             * @description An id assigned by Obmen
                             */
                            locationId: string;
                            /** @description As in the address of the web app */
                            search: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    /** @description At least 8 characters that are not spaces; below 12, no common one */
                    next: string;
                };
            };
        };
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 50 at most */
                        items: components["schemas"]["Session"][];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactor"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    turnOffSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    /** @description Of the authenticator app, or a recovery code; each is accepted once */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the authenticator app, or a recovery code; each is accepted once */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    /** @description Of the authenticator app, or a recovery code; each is accepted once */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getOpenInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        role: string;
                        locationName: string | null;
                        /** @description Of an accountant */
                        companyNames: string[] | null;
                    };
                };
            };
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of a new account */
                    name?: string;
                    /** @description Of a new account, or of the existing one with that e-mail; not needed when signed in to it */
                    password?: string;
                    /** @description Of an existing account with a second factor */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description An id assigned by Obmen */
                companyId?: string;
                /** @description An id assigned by Obmen */
                integrationId?: string;
                status?: string;
                gateway?: string;
                state?: "owed" | "offered" | "changed" | "held" | "confirmed" | "not-matching" | "by-hand";
                /** @description With state=held: the code of GET /held-orders */
                cause?: string;
                /** @description A date of the location or a timestamp, inclusive; years 1900 to 2999 */
                from?: string;
                /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                to?: string;
                /** @description Beginning of id, number or a number in it, payment id, customer word, ИНН, e-mail or phone; number in 1C or of its document, whole; exact numbers come first */
                q?: string;
                /** @description Those put or changed then or later. One that commits late may be older: ask from a minute before */
                changedSince?: string;
                sort?: "placedAt" | "-placedAt" | "updatedAt";
                /** @description Only these fields of each item and its id, separated by commas: number,updatedAt */
                fields?: string;
                /** @description Also say how many there are: `total` */
                count?: string;
                limit?: number;
                /** @description `next` of a page with the same `sort`: of another one it is refused (422) */
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ListedOrder"][];
                        next: string | null;
                        /** @description With `count=true` */
                        total?: {
                            count: number;
                            /** @description False: there are more than `count` */
                            exact: boolean;
                            /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                            sums?: {
                                currency: string;
                                /** @description A decimal string with two decimals: "1500.00" */
                                total: string;
                            }[];
                        };
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of a change, *: only if there is none yet (412). Of a GET, an ETag: 304 if it is still that */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredOrder"];
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    putOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description "7", a version as ETag gave it: refused (412) if it is no longer that. *: only if there is one */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description Of a change, *: only if there is none yet (412). Of a GET, an ETag: 304 if it is still that */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description The id of an integration: the change was taken over from that 1C, which is not sent it */
                "Obmen-Origin"?: components["parameters"]["Obmen-Origin"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedOrder"];
                };
            };
            /** @description Made */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedOrder"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getOrderExports: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OrderExport"][];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    resendOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, it does nothing and is answered as the first time; another request is refused (409) */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description An id assigned by Obmen
                     */
                    integrationId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedOrder"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getFacets: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        statuses: string[];
                        gateways: string[];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getOrderTimeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            /** @constant */
                            kind: "received";
                            /**
                             * Format: date-time
                             * @description ISO 8601 with offset
                             */
                            at: string;
                            revision: number;
                        } | {
                            /** @constant */
                            kind: "changed";
                            /**
                             * Format: date-time
                             * @description ISO 8601 with offset
                             */
                            at: string;
                            revision: number;
                            /** @description The revision it is compared with, if those between are no longer stored */
                            since?: number;
                            changes: {
                                /** @description JSON pointer into the order */
                                path: string;
                                /** @description The line or payment that it is in: its name, else its id */
                                item?: string;
                                before?: unknown;
                                after?: unknown;
                            }[];
                        } | {
                            /** @constant */
                            kind: "sent-before";
                            /**
                             * Format: date-time
                             * @description ISO 8601 with offset
                             */
                            at: string;
                            which: string;
                            /**
                             * Format: uuid
                             * @description An id assigned by Obmen
                             */
                            integrationId: string;
                            integrationName: string;
                        } | {
                            /** @constant */
                            kind: "offered";
                            /**
                             * Format: date-time
                             * @description ISO 8601 with offset
                             */
                            at: string;
                            revision: number;
                            /**
                             * Format: uuid
                             * @description An id assigned by Obmen
                             */
                            integrationId: string;
                            integrationName: string;
                            batchId: number;
                            exchangeId: number | null;
                            outcome: string;
                        } | {
                            /** @constant */
                            kind: "confirmed";
                            /**
                             * Format: date-time
                             * @description ISO 8601 with offset
                             */
                            at: string;
                            revision: number;
                            /**
                             * Format: uuid
                             * @description An id assigned by Obmen
                             */
                            integrationId: string;
                            integrationName: string;
                            batchId: number;
                            exchangeId: number | null;
                        } | {
                            /** @constant */
                            kind: "held";
                            /**
                             * Format: date-time
                             * @description ISO 8601 with offset
                             */
                            at: string;
                            revision: number;
                            /**
                             * Format: uuid
                             * @description An id assigned by Obmen
                             */
                            integrationId: string;
                            integrationName: string;
                            heldKind: string;
                            /** @description Russian */
                            reason: string;
                            /** @description The same: person, refused, or the code of a finding */
                            code: string | null;
                            /** @description What it is about */
                            params: {
                                [key: string]: unknown;
                            } | null;
                            /** @description Name of the person or token; null: Obmen itself */
                            by: string | null;
                        } | {
                            /** @constant */
                            kind: "released";
                            /**
                             * Format: date-time
                             * @description ISO 8601 with offset
                             */
                            at: string;
                            revision: number;
                            /**
                             * Format: uuid
                             * @description An id assigned by Obmen
                             */
                            integrationId: string;
                            integrationName: string;
                            heldKind: string;
                            /** @description revision: a new one; confirmed: its 1C took it after all */
                            cause: string;
                            by: string | null;
                        } | {
                            /** @constant */
                            kind: "accounting";
                            /**
                             * Format: date-time
                             * @description ISO 8601 with offset
                             */
                            at: string;
                            /**
                             * Format: uuid
                             * @description An id assigned by Obmen
                             */
                            integrationId: string;
                            integrationName: string;
                            /** @description Parts of what 1C says: posted, paid, lines, … */
                            changed: string[];
                            documentNumber: string | null;
                            /** @description The file that told it; null: 1C was read */
                            uploadId: number | null;
                        } | {
                            /** @constant */
                            kind: "taken-over";
                            /**
                             * Format: date-time
                             * @description ISO 8601 with offset
                             */
                            at: string;
                            revision: number;
                            /**
                             * Format: uuid
                             * @description An id assigned by Obmen
                             */
                            integrationId: string;
                            integrationName: string;
                        } | {
                            /** @constant */
                            kind: "task";
                            /**
                             * Format: date-time
                             * @description ISO 8601 with offset
                             */
                            at: string;
                            /**
                             * Format: uuid
                             * @description An id assigned by Obmen
                             */
                            integrationId: string;
                            integrationName: string;
                            /** @description settled: by itself */
                            change: string;
                            /** @description Name of the person or token; null: Obmen itself */
                            by: string | null;
                            code: string;
                            /** @description What the sentence is made of */
                            params: {
                                [key: string]: string | number;
                            };
                            /** @description What to do in 1C, Russian */
                            message: string;
                            orderId: string;
                            /** @description The platform's own */
                            number: string | null;
                            /** @description Of the order in that 1C */
                            numberIn1c: string;
                        })[];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getOrderRevision: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: string;
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601 with offset
                         */
                        at: string;
                        order: Record<string, never>;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getOrderXml: {
        parameters: {
            query: {
                /** @description An id assigned by Obmen */
                integrationId: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        xml: string;
                        revision: number;
                        /** @description True: exactly the bytes sent; false: rewritten from that revision */
                        exact: boolean;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getOrderPreflight: {
        parameters: {
            query: {
                /** @description An id assigned by Obmen */
                integrationId: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Finding"][];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getSentXml: {
        parameters: {
            query: {
                batchId: number;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        xml: string;
                        revision: number;
                        /** @description True: exactly the bytes sent; false: rewritten from that revision */
                        exact: boolean;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getOrderAccounting: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AccountingItem"][];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listLatestDocuments: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description False: it has sent none, these are the last orders that it confirmed */
                        reported: boolean;
                        /** @description The newest first, five at most */
                        items: {
                            orderId: string;
                            /** @description Of the order in this 1C */
                            numberIn1c: string;
                            documentNumber: string | null;
                            /** @description By the clock of 1C, without offset */
                            documentDate: string | null;
                            /** @description A decimal string with two decimals: "1500.00" */
                            total: string;
                            currency: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601 with offset
                             */
                            at: string;
                        }[];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listUnknownDocuments: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnknownDocument"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    holdOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description An id assigned by Obmen
                     */
                    integrationId: string;
                    /** @description For the people who see the order */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OrderExport"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    releaseOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, it does nothing and is answered as the first time; another request is refused (409) */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description An id assigned by Obmen
                     */
                    integrationId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OrderExport"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listBulkActions: {
        parameters: {
            query?: {
                state?: "running" | "done" | "canceled";
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BulkAction"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    startBulkAction: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, it does nothing and is answered as the first time; another request is refused (409) */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    action: "resend" | "hold" | "release";
                    /**
                     * Format: uuid
                     * @description The 1C that it is about; only orders of its company are taken
                     */
                    integrationId: string;
                    /** @description Of hold, for the people who see the orders */
                    reason?: string;
                    /** @description These orders */
                    orderIds?: string[];
                    /** @description Or all that match, as GET /orders lists them */
                    filter?: {
                        /**
                         * Format: uuid
                         * @description An id assigned by Obmen
                         */
                        companyId?: string;
                        status?: string;
                        gateway?: string;
                        /** @enum {string} */
                        state?: "owed" | "offered" | "changed" | "held" | "confirmed" | "not-matching" | "by-hand";
                        /** @description With state=held: the code of GET /held-orders */
                        cause?: string;
                        /** @description A date of the location or a timestamp, inclusive; years 1900 to 2999 */
                        from?: string;
                        /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                        to?: string;
                        /** @description Beginning of id, number or a number in it, payment id, customer word, ИНН, e-mail or phone; number in 1C or of its document, whole; exact numbers come first */
                        q?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Begun; it goes on in the background */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAction"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getBulkAction: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAction"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    cancelBulkAction: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAction"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    undoBulkAction: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, it does nothing and is answered as the first time; another request is refused (409) */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun; it goes on in the background */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAction"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listIntegrations: {
        parameters: {
            query?: {
                /** @description An id assigned by Obmen */
                companyId?: string;
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Integration"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    createIntegration: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, it does nothing and is answered as the first time; another request is refused (409) */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description By default "CommerceML"
                     * @constant
                     */
                    class?: "CommerceML";
                    name: string;
                    settings: {
                        [key: string]: unknown;
                    } | string;
                    /**
                     * Format: uuid
                     * @description An id assigned by Obmen
                     */
                    companyId: string;
                    /** @description For trying out: a 1C is played against it (POST …/simulate), a real one refused; never changes. By default false */
                    sandbox?: boolean;
                    /** @description True confirms a start of counting (ordernumberfrom, nextNumber) more than 10,000 past the numbers in use; without it 409 number-jump */
                    confirm?: boolean;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationWithPassword"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getIntegration: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of a change, *: only if there is none yet (412). Of a GET, an ETag: 304 if it is still that */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integration"];
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    deleteIntegration: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    updateIntegration: {
        parameters: {
            query?: never;
            header?: {
                /** @description "7", a version as ETag gave it: refused (412) if it is no longer that. *: only if there is one */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    settings?: {
                        [key: string]: unknown;
                    } | string;
                    enabled?: boolean;
                    /**
                     * Format: uuid
                     * @description Never changes; another value answers 409
                     */
                    companyId?: string;
                    /** @description After a restore, with `enabled`: from which number the company goes on. Without it 409 restored */
                    nextNumber?: number;
                    /** @description True confirms a start of counting (ordernumberfrom, nextNumber) more than 10,000 past the numbers in use; without it 409 number-jump */
                    confirm?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integration"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    changeIntegrationPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, it does nothing and is answered as the first time; another request is refused (409) */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationWithPassword"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    answerClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Another than that of the settings becomes it; the same is kept, and not asked of again
                     * @enum {string}
                     */
                    client: "bp" | "unf" | "ut" | "rt" | "bitrix";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integration"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    settleEarlyOrders: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, it does nothing and is answered as the first time; another request is refused (409) */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description False: 1C has them, and nothing is to be done */
                    resend: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many will be sent again; 10,001: more than 10,000 */
                        orders: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    validateSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    settings: {
                        [key: string]: unknown;
                    } | string;
                    /**
                     * Format: uuid
                     * @description An id assigned by Obmen
                     */
                    companyId?: string;
                    /**
                     * Format: uuid
                     * @description The integration that will get these settings: adds warnings
                     */
                    integrationId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        settings: {
                            [key: string]: unknown;
                        };
                        text: string;
                        notes: string[];
                        rules: string;
                        matching: {
                            count: number;
                            of: number;
                            /** @description False: only the newest orders were checked */
                            complete: boolean;
                        } | null;
                        warnings: components["schemas"]["SettingsWarning"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listCatalogueItems: {
        parameters: {
            query?: {
                /** @description Words in any form, or the beginning of an article, a barcode or an id */
                q?: string;
                /** @description In this group, or in one within it */
                group?: string;
                /** @description deleted: marked for deletion in 1C; gone: a whole catalogue no longer mentions it */
                state?: "current" | "deleted" | "gone";
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CatalogueItem"][];
                        next: string | null;
                        /** @description Of the whole catalogue, with the first page */
                        counts: {
                            current: number;
                            deleted: number;
                            gone: number;
                        } | null;
                        /** @description How many it has now, with the first page */
                        priceTypes: number | null;
                        /** @description The last file of it that was read, with the first page */
                        latest: {
                            name: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601 with offset
                             */
                            receivedAt: string;
                            exchangeId: number;
                            /** @description As `catalogue` of an upload; null: read before this was kept */
                            whole: boolean | null;
                        } | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getCatalogueItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueItem"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listCatalogueGroups: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CatalogueGroup"][];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listPriceTypes: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CataloguePriceType"][];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listCatalogueLinks: {
        parameters: {
            query?: {
                /** @description broken: the item is gone, or marked for deletion */
                state?: "linked" | "unlinked" | "broken";
                /** @description Part of the id or name of the line */
                q?: string;
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CatalogueLink"][];
                        next: string | null;
                        counts: {
                            linked: number;
                            unlinked: number;
                            broken: number;
                        };
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    linkLine: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
                lineId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description GUID, or GUID#GUID with a characteristic */
                    itemId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    unlinkLine: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
                lineId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    suggestItems: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: {
                        lineId: string;
                        /** @description Else as the line was called first */
                        name?: string;
                        /** @description Else the id of the line */
                        article?: string;
                    }[];
                    /** @description Suggestions for each line. By default 3 */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            lineId: string;
                            suggestions: {
                                item: {
                                    itemId: string;
                                    name: string;
                                    article: string | null;
                                    unit: {
                                        code: string | null;
                                        name: string | null;
                                    } | null;
                                    vat: string | null;
                                    /** @description deleted: marked for deletion in 1C; gone: a whole catalogue no longer mentions it */
                                    state: string;
                                };
                                /** @description Up to 1 */
                                score: number;
                                by: string;
                            }[];
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listIntegrationChanges: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["IntegrationChange"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    previewQuery: {
        parameters: {
            query?: {
                /** @description Orders, batchlimit at most; without it as many as the query would return */
                limit?: number;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Order-Count": components["headers"]["X-Order-Count"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                    "application/zip": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    dryRun: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        client: string;
                        /** @description How the exchange would end, Russian */
                        outcome: string;
                        outcomeCode: string;
                        confirmed: boolean;
                        documents: {
                            /** @description As this 1C gets it */
                            orderNumber: string;
                            orderId: string | null;
                            action: string;
                            documentKind: string;
                            documentNumber: string;
                            sum: string | null;
                            currency: string | null;
                            customer: string;
                            /** @description The created payment, or why there is none */
                            payment: string | null;
                            paymentMade: boolean;
                            /** @description Those that were made or changed */
                            payments: {
                                /** @description As this 1C names such a document */
                                kind: string;
                                number: string | null;
                                amount: string | null;
                                method: string | null;
                            }[];
                            /** @description Why it was not created */
                            reason: string | null;
                        }[];
                        findings: {
                            level: string;
                            orderNumber: string | null;
                            /** @description Of the simulator; simulator/README.md lists them */
                            code: string;
                            /** @description What the sentence is made of */
                            params: {
                                [key: string]: string | number;
                            };
                            /** @description Russian */
                            message: string;
                        }[];
                        /** @description True: more orders are owed than were checked, because of `limit`, batchlimit or their size */
                        truncated: boolean;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    simulateExchange: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The 1C that is played
                     * @enum {string}
                     */
                    client: "bp" | "unf" | "ut" | "rt" | "bitrix";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        client: string;
                        /** @description How the exchange would end, Russian */
                        outcome: string;
                        outcomeCode: string;
                        confirmed: boolean;
                        documents: {
                            /** @description As this 1C gets it */
                            orderNumber: string;
                            orderId: string | null;
                            action: string;
                            documentKind: string;
                            documentNumber: string;
                            sum: string | null;
                            currency: string | null;
                            customer: string;
                            /** @description The created payment, or why there is none */
                            payment: string | null;
                            paymentMade: boolean;
                            /** @description Those that were made or changed */
                            payments: {
                                /** @description As this 1C names such a document */
                                kind: string;
                                number: string | null;
                                amount: string | null;
                                method: string | null;
                            }[];
                            /** @description Why it was not created */
                            reason: string | null;
                        }[];
                        findings: {
                            level: string;
                            orderNumber: string | null;
                            /** @description Of the simulator; simulator/README.md lists them */
                            code: string;
                            /** @description What the sentence is made of */
                            params: {
                                [key: string]: string | number;
                            };
                            /** @description Russian */
                            message: string;
                        }[];
                        /** @description True: more orders are owed than were checked, because of `limit`, batchlimit or their size */
                        truncated: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getReading: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reading"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    putReading: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reading"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    deleteReading: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    runReading: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, it does nothing and is answered as the first time; another request is refused (409) */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun; it goes on in the background */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reading"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    checkReading: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the publication, `https://1c.example.ru/base`; `/odata/standard.odata` is added */
                    url?: string;
                    login?: string;
                    /** @description Absent: as it was; it never comes back */
                    password?: string;
                    /** @description From the end of a reading to the next one. By default 15 */
                    everyMinutes?: number;
                    /** @description By default true */
                    enabled?: boolean;
                    /** @description GUID, ИНН or name in 1C; null: the only one, or the one that has the company's ИНН */
                    organization?: string | null;
                } | null;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingCheck"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listReconciliation: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                state?: "agrees" | "missing" | "doubled" | "differs" | "not-loaded" | "unknown";
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReconciliationItem"][];
                        next: string | null;
                        /** @description Of the period, whatever the state; without one, as the last complete reading found it */
                        totals: components["schemas"]["ReconciliationTotals"];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getReconciliation: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description An id assigned by Obmen
                             */
                            integrationId: string;
                            integrationName: string;
                            /**
                             * Format: uuid
                             * @description An id assigned by Obmen
                             */
                            companyId: string;
                            companyName: string;
                            totals: components["schemas"]["ReconciliationTotals"];
                            /** @description When its last complete reading ended */
                            readAt: string | null;
                        }[];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    exportReconciliationAsCsv: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                state?: "agrees" | "missing" | "doubled" | "differs" | "not-loaded" | "unknown";
                /** @description Of headings and states */
                language?: "ru" | "en";
                /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                separator?: "comma" | "semicolon";
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    exportReconciliationAsXlsx: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                state?: "agrees" | "missing" | "doubled" | "differs" | "not-loaded" | "unknown";
                /** @description Of headings and states */
                language?: "ru" | "en";
                /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                separator?: "comma" | "semicolon";
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listFindings: {
        parameters: {
            query?: {
                severity?: "blocks" | "loses" | "note";
                code?: "document-malformed" | "payment-would-double" | "payment-entered-by-hand" | "payment-method-changed" | "payment-number-changed" | "payment-of-two-orders" | "partial-not-told" | "overpaid-not-told" | "refund-not-told" | "gateway-not-in-rules" | "canceled-but-paid" | "payment-date-kept" | "payment-amount-kept" | "partial-payment-vat" | "payment-mixes-gateways" | "payments-of-two-months" | "payment-documents-unread" | "foreign-currency-payment" | "foreign-currency" | "buyer-kept" | "currency-kept" | "vat-flag-kept" | "comment-kept" | "accountant-edits-lost" | "lines-kept" | "uncanceled-stays-canceled" | "closed-period-risk" | "before-default-start" | "update-will-be-ignored" | "total-differs" | "quantity-over-3-decimals" | "price-times-quantity-differs" | "sum-too-large" | "zero-rate-lost" | "unknown-vat" | "vat-rate-of-another-time" | "vat-regime-differs" | "item-id-reused" | "linked-item-gone" | "unit-differs" | "vat-differs" | "item-name-differs" | "name-cut" | "names-alike-after-cut" | "items-of-one-name" | "inn-of-wrong-kind" | "inn-check-digits" | "inn-not-told" | "organization-without-kpp" | "buyer-may-merge" | "no-buyer-key" | "number-collides" | "number-loses-letters" | "comment-cut" | "text-cut" | "attribute-cut" | "attribute-dropped" | "attribute-renamed" | "attribute-steers-1c" | "delivery-address-unread" | "contract-unread" | "delivery-by-name" | "makes-document" | "cancels-document" | "makes-payment" | "makes-no-payment";
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ListedFinding"][];
                        next: string | null;
                        /** @description Of how many orders each code was found, whatever the filter; with the first page only */
                        counts: {
                            code: string;
                            severity: string;
                            orders: number;
                        }[] | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                state?: "open" | "done";
                /** @description An id assigned by Obmen */
                companyId?: string;
                /** @description An id assigned by Obmen */
                integrationId?: string;
                orderId?: string;
                /** @description When it appeared, or was done; as of orders */
                from?: string;
                /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                to?: string;
                /** @description Also say how many there are: `total` */
                count?: string;
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Task"][];
                        next: string | null;
                        /** @description With `count=true` */
                        total?: {
                            count: number;
                            /** @description False: there are more than `count` */
                            exact: boolean;
                            /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                            sums?: {
                                currency: string;
                                /** @description A decimal string with two decimals: "1500.00" */
                                total: string;
                            }[];
                        };
                        /** @description How many are open in the location, whatever the filter */
                        open: number;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    completeTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    reopenTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listCompanies: {
        parameters: {
            query?: {
                q?: string;
                /** @description Absent: all */
                archived?: string;
                /** @description Also say how many there are: `total` */
                count?: string;
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Company"][];
                        next: string | null;
                        /** @description With `count=true` */
                        total?: {
                            count: number;
                            /** @description False: there are more than `count` */
                            exact: boolean;
                            /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                            sums?: {
                                currency: string;
                                /** @description A decimal string with two decimals: "1500.00" */
                                total: string;
                            }[];
                        };
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    createCompany: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, it does nothing and is answered as the first time; another request is refused (409) */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description ИНН: 10 digits of an organization, 12 of an entrepreneur */
                    inn: string;
                    kpp?: string | null;
                    /** @description From which day on it sells at which VAT: in general (22), at 5 or 7 % (УСН), without it */
                    regimes?: {
                        /** Format: date */
                        from: string;
                        /** @enum {string} */
                        vat: "5" | "7" | "22" | "none";
                    }[];
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getCompany: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of a change, *: only if there is none yet (412). Of a GET, an ETag: 304 if it is still that */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    updateCompany: {
        parameters: {
            query?: never;
            header?: {
                /** @description "7", a version as ETag gave it: refused (412) if it is no longer that. *: only if there is one */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description ИНН: 10 digits of an organization, 12 of an entrepreneur */
                    inn?: string;
                    kpp?: string | null;
                    /** @description From which day on it sells at which VAT: in general (22), at 5 or 7 % (УСН), without it */
                    regimes?: {
                        /** Format: date */
                        from: string;
                        /** @enum {string} */
                        vat: "5" | "7" | "22" | "none";
                    }[];
                    archived?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getLocation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of a change, *: only if there is none yet (412). Of a GET, an ETag: 304 if it is still that */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Location"];
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    updateLocation: {
        parameters: {
            query?: never;
            header?: {
                /** @description "7", a version as ETag gave it: refused (412) if it is no longer that. *: only if there is one */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description IANA name: Asia/Yekaterinburg */
                    timezone?: string;
                    /** @description What people read instead of the platform’s statuses: {"purchased": "Оплачен"} */
                    statuslabels?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Location"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listPlaces: {
        parameters: {
            query?: {
                q?: string;
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Place"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description next of an earlier answer, or the id of an event */
                after?: string;
                /** @description Only these, separated by commas */
                types?: string;
                limit?: number;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Event"][];
                        /** @description Pass it as `after` to continue: always present, even when nothing new has happened */
                        next: string;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Webhook"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, it does nothing and is answered as the first time; another request is refused (409) */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url: string;
                    /** @description ["*"]: every type, those of later versions too */
                    types: ("order.exported" | "order.accounting.updated" | "reconciliation.changed" | "order.held" | "order.released" | "order.not-matching" | "order.finding" | "order.refused" | "task.opened" | "task.settled" | "document.unknown" | "catalogue.updated" | "integration.state.changed" | "alarm.opened" | "alarm.over" | "test")[] | "*"[];
                    /** @description Only what concerns this company */
                    companyId?: string | null;
                    description?: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url?: string;
                    /** @description ["*"]: every type, those of later versions too */
                    types?: ("order.exported" | "order.accounting.updated" | "reconciliation.changed" | "order.held" | "order.released" | "order.not-matching" | "order.finding" | "order.refused" | "task.opened" | "task.settled" | "document.unknown" | "catalogue.updated" | "integration.state.changed" | "alarm.opened" | "alarm.over" | "test")[] | "*"[];
                    companyId?: string | null;
                    description?: string;
                    /** @description true takes it up again, whatever had stopped it; false stops it, and nothing is kept for it */
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    renewWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, it does nothing and is answered as the first time; another request is refused (409) */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listWebhookAttempts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "pending" | "delivered" | "failed";
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WebhookAttempt"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getWebhookAttempt: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
                attemptId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAttemptDetail"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    retryWebhookAttempt: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, it does nothing and is answered as the first time; another request is refused (409) */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
                attemptId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun; it goes on in the background */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The attempt that is to be made now */
                        attemptId: number;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, it does nothing and is answered as the first time; another request is refused (409) */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun; it goes on in the background */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description An id assigned by Obmen
                         */
                        eventId: string;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    replayEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, it does nothing and is answered as the first time; another request is refused (409) */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    to: string;
                    /** @description Of the webhook’s own types only these */
                    types?: ("order.exported" | "order.accounting.updated" | "reconciliation.changed" | "order.held" | "order.released" | "order.not-matching" | "order.finding" | "order.refused" | "task.opened" | "task.settled" | "document.unknown" | "catalogue.updated" | "integration.state.changed" | "alarm.opened" | "alarm.over" | "test")[];
                };
            };
        };
        responses: {
            /** @description Begun; it goes on in the background */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many are sent once more */
                        events: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listExchanges: {
        parameters: {
            query?: {
                /** @description An id assigned by Obmen */
                integrationId?: string;
                outcome?: "running" | "confirmed" | "nothing" | "unconfirmed" | "refused" | "failed";
                from?: string;
                to?: string;
                /** @description Exchanges in a row that carried nothing, checks of the connection among them, as one */
                collapse?: string;
                /** @description Also say how many there are: `total` */
                count?: string;
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Exchange"][];
                        next: string | null;
                        /** @description With `count=true` */
                        total?: {
                            count: number;
                            /** @description False: there are more than `count` */
                            exact: boolean;
                            /** @description Of orders and of tasks that name an amount; absent: there are too many to add up */
                            sums?: {
                                currency: string;
                                /** @description A decimal string with two decimals: "1500.00" */
                                total: string;
                            }[];
                        };
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getExchange: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeDetail"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listExchangeOrders: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ExchangeOrder"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getExchangeBody: {
        parameters: {
            query?: {
                side?: "request" | "response";
                /** @description First byte */
                offset?: number;
                /** @description At most this many bytes; absent: all */
                limit?: number;
                download?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: number;
                entryId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Body-Size": components["headers"]["X-Body-Size"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listUploads: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Upload"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listUploadDocuments: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UploadedDocument"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listRequests: {
        parameters: {
            query?: {
                status?: "refused" | "accepted";
                /** @description The whole id of an order; accepted lines of batches are not recorded one by one */
                orderId?: string;
                /** @description Refused for this, as in /requests/causes */
                cause?: string;
                /** @description An id assigned by Obmen */
                tokenId?: string;
                /** @description A date of the location or a timestamp, inclusive */
                from?: string;
                /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                to?: string;
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiRequest"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listRefusalCauses: {
        parameters: {
            query?: {
                /** @description An id assigned by Obmen */
                tokenId?: string;
                /** @description A date of the location or a timestamp, inclusive */
                from?: string;
                /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                to?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RefusalCause"][];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listRequestDays: {
        parameters: {
            query?: {
                /** @description An id assigned by Obmen */
                tokenId?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description A day of the location, oldest first, up to 30, as far as the log goes back */
                            date: string;
                            /** @description Requests; of batches, lines */
                            accepted: number;
                            refused: number;
                        }[];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiRequestDetail"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    exportOrdersAsCsv: {
        parameters: {
            query?: {
                /** @description An id assigned by Obmen */
                companyId?: string;
                /** @description An id assigned by Obmen */
                integrationId?: string;
                status?: string;
                gateway?: string;
                state?: "owed" | "offered" | "changed" | "held" | "confirmed" | "not-matching" | "by-hand";
                /** @description With state=held: the code of GET /held-orders */
                cause?: string;
                /** @description A date of the location or a timestamp, inclusive; years 1900 to 2999 */
                from?: string;
                /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                to?: string;
                /** @description Beginning of id, number or a number in it, payment id, customer word, ИНН, e-mail or phone; number in 1C or of its document, whole; exact numbers come first */
                q?: string;
                /** @description Those put or changed then or later. One that commits late may be older: ask from a minute before */
                changedSince?: string;
                sort?: "placedAt" | "-placedAt" | "updatedAt";
                /** @description Of headings and states */
                language?: "ru" | "en";
                /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                separator?: "comma" | "semicolon";
                /** @description Only these orders, by the platform’s ids */
                id?: string | string[];
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    exportTasksAsCsv: {
        parameters: {
            query?: {
                state?: "open" | "done";
                /** @description An id assigned by Obmen */
                companyId?: string;
                /** @description An id assigned by Obmen */
                integrationId?: string;
                orderId?: string;
                /** @description When it appeared, or was done; as of orders */
                from?: string;
                /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                to?: string;
                /** @description Of headings and states */
                language?: "ru" | "en";
                /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                separator?: "comma" | "semicolon";
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    exportExchangesAsCsv: {
        parameters: {
            query?: {
                /** @description An id assigned by Obmen */
                integrationId?: string;
                outcome?: "running" | "confirmed" | "nothing" | "unconfirmed" | "refused" | "failed";
                from?: string;
                to?: string;
                /** @description Of headings and states */
                language?: "ru" | "en";
                /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                separator?: "comma" | "semicolon";
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    exportRequestsAsCsv: {
        parameters: {
            query?: {
                status?: "refused" | "accepted";
                /** @description The whole id of an order; accepted lines of batches are not recorded one by one */
                orderId?: string;
                /** @description Refused for this, as in /requests/causes */
                cause?: string;
                /** @description An id assigned by Obmen */
                tokenId?: string;
                /** @description A date of the location or a timestamp, inclusive */
                from?: string;
                /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                to?: string;
                /** @description Of headings and states */
                language?: "ru" | "en";
                /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                separator?: "comma" | "semicolon";
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    exportCompaniesAsCsv: {
        parameters: {
            query?: {
                q?: string;
                /** @description Absent: all */
                archived?: string;
                /** @description Of headings and states */
                language?: "ru" | "en";
                /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                separator?: "comma" | "semicolon";
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    exportOrdersAsXlsx: {
        parameters: {
            query?: {
                /** @description An id assigned by Obmen */
                companyId?: string;
                /** @description An id assigned by Obmen */
                integrationId?: string;
                status?: string;
                gateway?: string;
                state?: "owed" | "offered" | "changed" | "held" | "confirmed" | "not-matching" | "by-hand";
                /** @description With state=held: the code of GET /held-orders */
                cause?: string;
                /** @description A date of the location or a timestamp, inclusive; years 1900 to 2999 */
                from?: string;
                /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                to?: string;
                /** @description Beginning of id, number or a number in it, payment id, customer word, ИНН, e-mail or phone; number in 1C or of its document, whole; exact numbers come first */
                q?: string;
                /** @description Those put or changed then or later. One that commits late may be older: ask from a minute before */
                changedSince?: string;
                sort?: "placedAt" | "-placedAt" | "updatedAt";
                /** @description Of headings and states */
                language?: "ru" | "en";
                /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                separator?: "comma" | "semicolon";
                /** @description Only these orders, by the platform’s ids */
                id?: string | string[];
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    exportTasksAsXlsx: {
        parameters: {
            query?: {
                state?: "open" | "done";
                /** @description An id assigned by Obmen */
                companyId?: string;
                /** @description An id assigned by Obmen */
                integrationId?: string;
                orderId?: string;
                /** @description When it appeared, or was done; as of orders */
                from?: string;
                /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                to?: string;
                /** @description Of headings and states */
                language?: "ru" | "en";
                /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                separator?: "comma" | "semicolon";
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    exportExchangesAsXlsx: {
        parameters: {
            query?: {
                /** @description An id assigned by Obmen */
                integrationId?: string;
                outcome?: "running" | "confirmed" | "nothing" | "unconfirmed" | "refused" | "failed";
                from?: string;
                to?: string;
                /** @description Of headings and states */
                language?: "ru" | "en";
                /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                separator?: "comma" | "semicolon";
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    exportRequestsAsXlsx: {
        parameters: {
            query?: {
                status?: "refused" | "accepted";
                /** @description The whole id of an order; accepted lines of batches are not recorded one by one */
                orderId?: string;
                /** @description Refused for this, as in /requests/causes */
                cause?: string;
                /** @description An id assigned by Obmen */
                tokenId?: string;
                /** @description A date of the location or a timestamp, inclusive */
                from?: string;
                /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                to?: string;
                /** @description Of headings and states */
                language?: "ru" | "en";
                /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                separator?: "comma" | "semicolon";
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    exportCompaniesAsXlsx: {
        parameters: {
            query?: {
                q?: string;
                /** @description Absent: all */
                archived?: string;
                /** @description Of headings and states */
                language?: "ru" | "en";
                /** @description Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect */
                separator?: "comma" | "semicolon";
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getOverview: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Orders that some 1C is owed now; 10,001: more than 10,000 (orders:read) */
                        owed: number | null;
                        /** @description Those waiting for more than an hour, as `owed` (orders:read) */
                        owedLate: number | null;
                        /** @description Orders that are held back from some 1C, as `owed` (orders:read) */
                        held: number | null;
                        owedSince: string | null;
                        /** @description Since when nothing is sent by itself, as after a restore, until an operator resumes it; null: it is */
                        sendingPausedAt: string | null;
                        /** @description The first 200 (integrations:read) */
                        integrations: components["schemas"]["OverviewIntegration"][] | null;
                        /** @description Cursor of the next ones in GET /overview/integrations; null: there are no more */
                        integrationsNext: string | null;
                        days: {
                            date: string;
                            /** @description orders:read */
                            ordersReceived: number | null;
                            /** @description orders:read */
                            ordersConfirmed: number | null;
                            /** @description journal:read */
                            exchanges: number | null;
                            /** @description journal:read */
                            failures: number | null;
                        }[];
                        /** @description journal:read */
                        recentExchanges: components["schemas"]["Exchange"][] | null;
                        /** @description Owed for longest (orders:read) */
                        ordersToLookAt: components["schemas"]["OrderListItem"][] | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listOverviewIntegrations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OverviewIntegration"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getAccountingSummary: {
        parameters: {
            query?: {
                /** @description A date of the location or a timestamp, inclusive; years 1900 to 2999 */
                from?: string;
                /** @description A date of the location (inclusive) or a timestamp (exclusive) */
                to?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Desk"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getAttention: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attention"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listHeldOrders: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HeldGroup"][];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getMyAlarms: {
        parameters: {
            query?: {
                /** @description Alarms of the location, of an accountant’s companies’ 1C, or of the server; absent: what the caller has */
                role?: "location-administrator" | "accountant" | "system-operator";
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAlarms"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    setMyAlarms: {
        parameters: {
            query?: {
                /** @description Alarms of the location, of an accountant’s companies’ 1C, or of the server; absent: what the caller has */
                role?: "location-administrator" | "accountant" | "system-operator";
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    channels?: {
                        mail?: {
                            enabled: boolean;
                        };
                        telegram?: {
                            enabled: boolean;
                            /** @description A number, or the public name of a channel: @name */
                            chatId?: string | null;
                        };
                        max?: {
                            enabled: boolean;
                            /** @description A number, or the public name of a channel: @name */
                            chatId?: string | null;
                        };
                        webhook?: {
                            enabled: boolean;
                            url?: string | null;
                            /** @enum {string} */
                            format?: "mattermost" | "slack";
                        };
                    };
                    /** @description false: not told of; what is missing is */
                    causes?: {
                        [key: string]: boolean;
                    };
                    /** @description By the clock of the location: nothing is sent between them */
                    quietHours?: {
                        from: string;
                        to: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAlarms"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listAlarms: {
        parameters: {
            query?: {
                /** @description Alarms of the location, of an accountant’s companies’ 1C, or of the server; absent: what the caller has */
                role?: "location-administrator" | "accountant" | "system-operator";
                state?: "open" | "over";
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Alarm"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    testAlarmChannel: {
        parameters: {
            query?: {
                /** @description Alarms of the location, of an accountant’s companies’ 1C, or of the server; absent: what the caller has */
                role?: "location-administrator" | "accountant" | "system-operator";
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    channel: "mail" | "telegram" | "max" | "webhook";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    acknowledgeAlarm: {
        parameters: {
            query?: {
                /** @description Alarms of the location, of an accountant’s companies’ 1C, or of the server; absent: what the caller has */
                role?: "location-administrator" | "accountant" | "system-operator";
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Nobody is reminded for so long */
                    hours: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alarm"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    unacknowledgeAlarm: {
        parameters: {
            query?: {
                /** @description Alarms of the location, of an accountant’s companies’ 1C, or of the server; absent: what the caller has */
                role?: "location-administrator" | "accountant" | "system-operator";
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alarm"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                role?: "location-administrator" | "accountant" | "system-operator";
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["User"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    revokeRole: {
        parameters: {
            query?: {
                role?: "location-administrator" | "accountant" | "system-operator";
                /** @description Tokens that the person created in this location, revoked together with the role; separated by commas */
                revokeTokens?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovedUser"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    updateUser: {
        parameters: {
            query?: {
                role?: "location-administrator" | "accountant" | "system-operator";
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    disabled?: boolean;
                    name?: string;
                    /** @description Of an accountant: replaces the companies */
                    companyIds?: string[];
                    /** @description With `companyIds`: those that were read; if they have been changed since, 412 and nothing is done */
                    seenCompanyIds?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                role?: "location-administrator" | "accountant" | "system-operator";
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Invitation"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, it does nothing and is answered as the first time; another request is refused (409) */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /**
                     * @description By default "location-administrator"
                     * @enum {string}
                     */
                    role?: "location-administrator" | "accountant" | "system-operator";
                    /** @description For an accountant, and only then: whose data is seen */
                    companyIds?: string[];
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationWithUrl"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    revokeInvitation: {
        parameters: {
            query?: {
                role?: "location-administrator" | "accountant" | "system-operator";
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallingToken"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listTokens: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                /** @description Only those created by this person */
                createdBy?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiToken"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, it does nothing and is answered as the first time; another request is refused (409) */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description By default ["orders:read","orders:write","integrations:read","integrations:write","integrations:credentials","companies:read","companies:write","journal:read","events:read","webhooks:read","webhooks:write"] */
                    rights?: ("orders:read" | "orders:write" | "integrations:read" | "integrations:write" | "integrations:credentials" | "companies:read" | "companies:write" | "journal:read" | "events:read" | "webhooks:read" | "webhooks:write")[];
                    /** @description May play a 1C against integrations that are `sandbox`, too; never changes. By default false */
                    sandbox?: boolean;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiTokenWithSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    getSystem: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["System"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    updateSystem: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    logLevel?: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
                    /** @description Null resumes sending: what has waited goes out */
                    sendingPausedAt?: null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["System"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    listLocations: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LocationSummary"][];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    createLocation: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 characters of your own for this one act. Repeated within 24 hours with the same key and body, it does nothing and is answered as the first time; another request is refused (409) */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    timezone: string;
                    adminEmail: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedLocation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    watchExchanges: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["LiveEvent"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    putOrders: {
        parameters: {
            query?: never;
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["OrderInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["BatchLine"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    inspectFile: {
        parameters: {
            query?: {
                name?: string;
            };
            header?: {
                /** @description en: refusals, and warnings of orders, are worded in English. Otherwise in Russian */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path: {
                /** @description An id assigned by Obmen */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileInspection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Failed"];
        };
    };
    onOrderExported: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                "webhook-timestamp": string;
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderExportedEvent"];
            };
        };
        responses: {
            /** @description Taken, as by any 2xx */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Disables the webhook */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It comes again */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderAccountingUpdated: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                "webhook-timestamp": string;
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderAccountingUpdatedEvent"];
            };
        };
        responses: {
            /** @description Taken, as by any 2xx */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Disables the webhook */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It comes again */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onReconciliationChanged: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                "webhook-timestamp": string;
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconciliationChangedEvent"];
            };
        };
        responses: {
            /** @description Taken, as by any 2xx */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Disables the webhook */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It comes again */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderHeld: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                "webhook-timestamp": string;
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderHeldEvent"];
            };
        };
        responses: {
            /** @description Taken, as by any 2xx */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Disables the webhook */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It comes again */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderReleased: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                "webhook-timestamp": string;
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderReleasedEvent"];
            };
        };
        responses: {
            /** @description Taken, as by any 2xx */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Disables the webhook */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It comes again */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderNotMatching: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                "webhook-timestamp": string;
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderNotMatchingEvent"];
            };
        };
        responses: {
            /** @description Taken, as by any 2xx */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Disables the webhook */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It comes again */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderFinding: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                "webhook-timestamp": string;
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderFindingEvent"];
            };
        };
        responses: {
            /** @description Taken, as by any 2xx */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Disables the webhook */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It comes again */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderRefused: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                "webhook-timestamp": string;
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderRefusedEvent"];
            };
        };
        responses: {
            /** @description Taken, as by any 2xx */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Disables the webhook */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It comes again */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaskOpened: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                "webhook-timestamp": string;
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskOpenedEvent"];
            };
        };
        responses: {
            /** @description Taken, as by any 2xx */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Disables the webhook */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It comes again */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaskSettled: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                "webhook-timestamp": string;
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskSettledEvent"];
            };
        };
        responses: {
            /** @description Taken, as by any 2xx */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Disables the webhook */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It comes again */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onDocumentUnknown: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                "webhook-timestamp": string;
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentUnknownEvent"];
            };
        };
        responses: {
            /** @description Taken, as by any 2xx */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Disables the webhook */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It comes again */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCatalogueUpdated: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                "webhook-timestamp": string;
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogueUpdatedEvent"];
            };
        };
        responses: {
            /** @description Taken, as by any 2xx */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Disables the webhook */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It comes again */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onIntegrationStateChanged: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                "webhook-timestamp": string;
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IntegrationStateChangedEvent"];
            };
        };
        responses: {
            /** @description Taken, as by any 2xx */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Disables the webhook */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It comes again */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlarmOpened: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                "webhook-timestamp": string;
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlarmOpenedEvent"];
            };
        };
        responses: {
            /** @description Taken, as by any 2xx */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Disables the webhook */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It comes again */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlarmOver: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                "webhook-timestamp": string;
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlarmOverEvent"];
            };
        };
        responses: {
            /** @description Taken, as by any 2xx */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Disables the webhook */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It comes again */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTest: {
        parameters: {
            query?: never;
            header: {
                "webhook-id": string;
                "webhook-timestamp": string;
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestEvent"];
            };
        };
        responses: {
            /** @description Taken, as by any 2xx */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Disables the webhook */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It comes again */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
