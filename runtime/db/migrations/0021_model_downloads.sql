CREATE TABLE `model_downloads` (
	`force_id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`status` text NOT NULL,
	`done` integer NOT NULL,
	`total` integer,
	`problem` text,
	`tries` integer NOT NULL,
	`due_at` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`asked_by` text NOT NULL
);
