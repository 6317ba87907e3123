CREATE TABLE `webhook_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`webhook_id` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL,
	`at` integer NOT NULL,
	`answer` integer,
	`problem` text
);
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_due` ON `webhook_deliveries` (`status`,`due_at`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_webhook` ON `webhook_deliveries` (`webhook_id`,`at`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`addresses` text NOT NULL,
	`kinds` text NOT NULL,
	`secret` text NOT NULL,
	`state` text NOT NULL,
	`paused_because` text,
	`failing_since` integer
);
--> statement-breakpoint
CREATE INDEX `webhooks_force` ON `webhooks` (`force_id`);