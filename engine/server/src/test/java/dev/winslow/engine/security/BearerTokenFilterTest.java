package dev.winslow.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

class BearerTokenFilterTest {
    private final List<Exception> resolved = new ArrayList<>();
    private final MockFilterChain chain = new MockFilterChain();

    @Test
    void answersARequestWhoseTokenCannotBeLookedUpAsAFailure() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/worker/heartbeat");
        request.addHeader("Authorization", "Bearer secret");

        filter().doFilter(request, new MockHttpServletResponse(), chain);

        assertThat(resolved).singleElement().isInstanceOf(DataAccessException.class);
        assertThat(chain.getRequest()).isNull();
    }

    @Test
    void passesOnARequestWithoutAToken() throws Exception {
        filter().doFilter(new MockHttpServletRequest("GET", "/api/v1/runs"), new MockHttpServletResponse(), chain);

        assertThat(resolved).isEmpty();
        assertThat(chain.getRequest()).isNotNull();
    }

    private BearerTokenFilter filter() {
        DataSource away = new DatabaseAway();
        TokenService tokens = new TokenService(
                JdbcClient.create(away),
                new TransactionTemplate(new JdbcTransactionManager(away)),
                InstantSource.system());
        return new BearerTokenFilter(tokens, (_, _, _, failure) -> {
            resolved.add(failure);
            return null;
        });
    }

    private static final class DatabaseAway extends AbstractDataSource {
        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLException("The database is away", "08001");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
