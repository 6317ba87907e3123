ALTER TABLE `thrive_records` ADD `n` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `told_facts` ADD `n` integer DEFAULT 0 NOT NULL;