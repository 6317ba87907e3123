INSERT INTO `document_versions` (`document_id`, `version`, `force_id`, `file_name`, `status`, `content`, `warnings`, `added_at`, `added_by`, `decided_at`, `decided_by`)
SELECT `id`, `version`, `force_id`, `title`, 'approved', `text`, '[]', `at`, '', `at`, '' FROM `documents`;--> statement-breakpoint
UPDATE `documents` SET `live_version` = `version`;--> statement-breakpoint
INSERT INTO `collections` (`force_id`, `id`, `name`, `departments`)
SELECT DISTINCT `force_id`, `collection`, `collection`, '[]' FROM `documents`;--> statement-breakpoint
ALTER TABLE `documents` DROP COLUMN `text`;