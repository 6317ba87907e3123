CREATE TABLE `__new_reports` (
	`contact_id` text NOT NULL,
	`n` integer NOT NULL,
	`force_id` text NOT NULL,
	`reference` text NOT NULL,
	`made_at` integer NOT NULL,
	`made` text NOT NULL,
	`next` text NOT NULL,
	`locale` text NOT NULL,
	`token_hash` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`contact_id`, `n`)
);
--> statement-breakpoint
INSERT INTO `__new_reports`("contact_id", "n", "force_id", "reference", "made_at", "made", "next", "locale", "token_hash", "at") SELECT "contact_id", 1, "force_id", "reference", "made_at", "made", "next", "locale", "token_hash", "at" FROM `reports`;--> statement-breakpoint
DROP TABLE `reports`;--> statement-breakpoint
ALTER TABLE `__new_reports` RENAME TO `reports`;--> statement-breakpoint
CREATE UNIQUE INDEX `reports_token` ON `reports` (`token_hash`);--> statement-breakpoint
CREATE INDEX `reports_force` ON `reports` (`force_id`,`made_at`);