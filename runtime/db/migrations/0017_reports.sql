CREATE TABLE `reports` (
	`contact_id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`reference` text NOT NULL,
	`made_at` integer NOT NULL,
	`made` text NOT NULL,
	`next` text NOT NULL,
	`locale` text NOT NULL,
	`token_hash` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_token` ON `reports` (`token_hash`);--> statement-breakpoint
CREATE INDEX `reports_force` ON `reports` (`force_id`,`made_at`);