CREATE TABLE `mail_settings` (
	`force_id` text PRIMARY KEY NOT NULL,
	`host` text NOT NULL,
	`port` integer NOT NULL,
	`security` text NOT NULL,
	`addresses` text NOT NULL,
	`from_name` text NOT NULL,
	`from_address` text NOT NULL,
	`user_name` text NOT NULL,
	`password` text
);
--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`kind` text NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`status` text NOT NULL,
	`tries` integer NOT NULL,
	`due_at` integer NOT NULL,
	`at` integer NOT NULL,
	`problem` text
);
--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`status`,`due_at`);--> statement-breakpoint
CREATE INDEX `mails_force` ON `mails` (`force_id`,`at`);