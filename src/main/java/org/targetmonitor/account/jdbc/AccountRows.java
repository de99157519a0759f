package org.targetmonitor.account.jdbc;

import org.springframework.data.repository.ListCrudRepository;

/** The accounts as Spring Data keeps them. */
interface AccountRows extends ListCrudRepository<AccountRow, String> {

}
